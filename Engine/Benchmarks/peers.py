"""The workload's sums by other programs, as a competent user would write them; one thread each.

    peers.py polars|duckdb|numpy FILE

polars and duckdb: the weighted share of every category in every domain, one grouping by the finest
cell and a roll-up from there; no variance at all. numpy: the sums of w and w² by stratum, cell and
category that variances are made of; no tables from them. All of them do less than the engine.
Prints JSON with the processor seconds of reading and of computing; exit 3: cannot be imported.
"""

import itertools
import json
import resource
import sys
import time

DIMENSIONS = ["area", "sex", "age", "background"]


def tables():
    for count in range(3):
        yield from (list(names) for names in itertools.combinations(DIMENSIONS, count))


def columns(path):
    with open(path, encoding="ascii") as file:
        return file.readline().strip().split(",")


def by_polars(path, lap):
    import polars as pl

    names = columns(path)
    items = [name for name in names if name[0] == "q"]
    types = {name: pl.UInt8 for name in names}
    types |= {"year": pl.Int16, "stratum": pl.Int16, "psu": pl.Int32, "Nh": pl.Int64, "weight": pl.Float64}
    lap()
    frame = pl.read_csv(path, schema=types)
    lap()
    for item in items:
        cells = (
            frame.lazy().filter(pl.col(item).is_not_null()).group_by(DIMENSIONS + [item])
            .agg(pl.col("weight").sum()).collect()
        )
        for keys in tables():
            sums = cells.group_by(keys + [item]).agg(pl.col("weight").sum())
            whole = pl.col("weight").sum().over(keys) if keys else pl.col("weight").sum()
            sums.with_columns((pl.col("weight") / whole).alias("share"))
    lap()


def by_duckdb(path, lap):
    import duckdb

    names = columns(path)
    items = [name for name in names if name[0] == "q"]
    types = {"year": "SMALLINT", "stratum": "SMALLINT", "psu": "INTEGER", "Nh": "BIGINT", "weight": "DOUBLE"}
    struct = ",".join(f"'{name}':'{types.get(name, 'UTINYINT')}'" for name in names)
    lap()
    base = duckdb.connect()
    base.execute("SET threads=1")
    base.execute(f"CREATE TABLE t AS SELECT * FROM read_csv('{path}',columns={{{struct}}},header=true,auto_detect=false)")
    lap()
    keys = ",".join(DIMENSIONS)
    for item in items:
        sets = ",".join("(" + ",".join(names + ["answer"]) + ")" for names in tables())
        base.execute(
            f"WITH cells AS (SELECT {keys},{item} answer,sum(weight) w FROM t WHERE {item} IS NOT NULL GROUP BY ALL) "
            f"SELECT *, w / sum(w) OVER (PARTITION BY which,{keys}) share FROM "
            f"(SELECT {keys},answer,grouping({keys}) which,sum(w) w FROM cells GROUP BY GROUPING SETS ({sets}))"
        ).fetchnumpy()
    lap()


def by_numpy(path, lap):
    import numpy as np
    import polars as pl

    names = columns(path)
    items = [name for name in names if name[0] == "q"]
    types = {name: pl.UInt8 for name in names}
    types |= {"year": pl.Int16, "stratum": pl.Int16, "psu": pl.Int32, "Nh": pl.Int64, "weight": pl.Float64}
    lap()
    frame = pl.read_csv(path, schema=types)
    answers = [frame[item].fill_null(0).to_numpy() for item in items]
    weights = frame["weight"].to_numpy()
    keys = [frame[name].to_numpy().astype(np.int64) for name in ["stratum"] + DIMENSIONS]
    del frame
    lap()
    cell = keys[0]
    for key in keys[1:]:
        cell = cell * (int(key.max()) + 1) + key
    _, cell = np.unique(cell, return_inverse=True)
    squares = weights * weights
    for answer in answers:
        code = cell * 256 + answer
        np.bincount(code, weights)
        np.bincount(code, squares)
    lap()


def main():
    times = []
    try:
        {"polars": by_polars, "duckdb": by_duckdb, "numpy": by_numpy}[sys.argv[1]](
            sys.argv[2], lambda: times.append(time.process_time())
        )
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"read": times[1] - times[0], "compute": times[2] - times[1], "memory": peak}))


if __name__ == "__main__":
    main()
