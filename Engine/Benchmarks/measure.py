#!/usr/bin/env python3
"""Measures the engine, and other programs beside it where they can be imported.

    measure.py BENCH                          on files made up for it, of 10,000 rows and more
    measure.py BENCH --file FILE [--dump OUT] on that file
    measure.py BENCH --large                  also 10 million rows, and R survey on 10,000
    measure.py BENCH --write PAGE             also writes the page about it, with growth

Processor seconds, the best of several runs, each in a process of its own. Everything ends with one
line `bench NAME VALUE UNIT` for each figure.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ONE_THREAD = {name: "1" for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
DESIGNS = {"elements": "strata of elements", "clusters": "primary units", "calibrated": "calibrated weights"}
# What they leave out.
PEERS = {"polars": "shares only", "duckdb": "shares only", "numpy": "sums only"}
# It does all that the engine does, and is run once, for ten thousand rows: it takes a minute and more.
SLOW_PEERS = {"R survey": "all of it"}


class Figures:
    def __init__(self):
        self.values = {}

    def add(self, name, value, unit):
        self.values[name] = (value, unit)

    def value(self, name):
        return self.values[name][0] if name in self.values else None

    def starting(self, start, end):
        """The first name of that form, whatever number of rows it has in the middle."""
        return next((n for n in self.values if n.startswith(start) and n.endswith(end)), "")

    def print(self):
        for name, (value, unit) in self.values.items():
            print(f"bench {name} {value:.4g} {unit}".rstrip())


def lines(bench, *arguments):
    """The figures of one run of the benchmark program: name, value and unit."""
    answer = subprocess.run([bench, *map(str, arguments)], capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(answer.stdout.strip() or answer.stderr.strip())
    yield from figures_in(answer.stdout)


def figures_in(text):
    for line in text.splitlines():
        if line.startswith("bench "):
            _, name, value, unit = (line + " ").split(" ", 3)
            yield name, float(value), unit.strip()


def cheapest(runs):
    """Of several runs the one that took the least processor time in all."""
    return min(runs, key=lambda run: next(v for name, v, _ in run if name.endswith("_total")))


def best(bench, times, *arguments):
    return cheapest([list(lines(bench, *arguments)) for _ in range(times)])


class EngineRuns:
    """The least that runs of the benchmark program on one file took, in one visit or several.

    A machine that is shared can be slow for minutes, so that many runs in a row tell less than
    runs some minutes apart.
    """

    def __init__(self, bench, path, designs=DESIGNS):
        self.bench, self.path, self.designs = bench, path, list(designs)
        self.best, self.least = {}, {}
        megabytes = pathlib.Path(path).stat().st_size / 1e6
        self.repeat = 40 if megabytes < 10 else 12 if megabytes < 100 else 5 if megabytes < 1000 else 3

    def visit(self):
        for design in self.designs:
            runs = [self.best[design]] if design in self.best else []
            runs += [list(lines(self.bench, "run", self.path, "--design", design)) for _ in range(self.repeat)]
            self.best[design] = cheapest(runs)
        if (os.cpu_count() or 1) > 1:
            for design in self.designs:
                for _ in range(self.repeat):
                    self.run_side_by_side(design)

    def run_side_by_side(self, design):
        """One thread, two, and two copies of the program on one thread each, in turn.

        The copies share nothing, so that they tell what the machine gives two threads at most.
        """
        for threads, copies in ((1, 1), (2, 1), (1, 2)):
            command = [self.bench, "run", self.path, "--design", design, "--threads", str(threads)]
            running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(copies)]
            answers = [list(figures_in(process.communicate()[0])) for process in running]
            for same in zip(*answers):
                name, part = same[0][0].replace("_threads2", "").rsplit("_", 1)
                if part in ("wall", "longest"):
                    key = (name, part, threads, copies)
                    value = sum(value for _, value, _ in same) / copies
                    self.least[key] = min(value, self.least.get(key, value))

    def tell(self, figures):
        for run in self.best.values():
            for name, value, unit in run:
                figures.add(name, value, unit)
        for (name, part, threads, copies), value in self.least.items():
            alone = self.least[name, part, 1, 1]
            if threads == 2:
                figures.add(f"{name}_threads2_{part}", value, "s")
                figures.add(f"{name}_threads2_{part}_speedup", alone / value, "x")
            elif copies == 2 and part == "wall":
                figures.add(f"{name}_copies2_wall_speedup", 2 * alone / value, "x")


def peer_command(peer, path):
    if peer == "R survey":
        return ["Rscript", HERE / "peer.R", path]
    return [sys.executable, HERE / "peers.py", peer, path]


def measure_peers(figures, path, rows, repeat, peers=PEERS):
    for peer in peers:
        command = peer_command(peer, path)
        if not shutil.which(command[0]):
            continue
        totals, memory = [], 0
        for _ in range(repeat):
            run = subprocess.run(command, capture_output=True, text=True, env=os.environ | ONE_THREAD)
            if run.returncode == 3:
                break
            if run.returncode != 0:
                print(run.stderr, file=sys.stderr)
                break
            cost = json.loads(run.stdout)
            totals.append(cost["read"] + cost["compute"])
            memory = cost["memory"]
        if totals:
            peer = peer.replace(" ", "_")
            figures.add(f"{peer}_{rows}_total", min(totals), "s")
            figures.add(f"{peer}_{rows}_memory", memory, "MB")


def compare_with_peers(figures, rows):
    engine = figures.value(f"engine_elements_{rows}_total")
    for peer in PEERS | SLOW_PEERS:
        peer = peer.replace(" ", "_")
        total = figures.value(f"{peer}_{rows}_total")
        if engine and total:
            figures.add(f"ratio_{peer}_{rows}", total / engine, "x")


def rows_of(figures):
    """How many rows the engine found in the file that was measured."""
    totals = (name.split("_") for name in figures.values if name.startswith("engine_") and name.endswith("_total"))
    return next(int(parts[2]) for parts in totals)


def made_up(bench, folder, rows, items=60):
    path = pathlib.Path(folder) / f"answers-{rows}-{items}.csv"
    if not path.exists():
        subprocess.run([bench, "generate", str(rows), path, "--items", str(items)], check=True)
    return path


def growth(bench, figures, folder):
    """Ten times the rows is in the other figures; here domains and items."""
    path = made_up(bench, folder, 100_000)
    for crossed, domains in ((1, 19), (2, 136), (3, 460), (4, 784)):
        for name, value, unit in best(bench, 3, "run", path, "--crossed", crossed):
            if name.endswith("_compute"):
                figures.add(f"growth_domains_{domains}_compute", value, unit)
    for items in (6, 60, 600):
        path = made_up(bench, folder, 100_000, items)
        for name, value, unit in best(bench, 3, "run", path):
            if name.endswith(("_compute", "_total", "_memory")):
                figures.add(f"growth_items_{items}_{name.rsplit('_', 1)[1]}", value, unit)


def shown(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


def table(figures, head, rows):
    out = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for label, names in rows:
        cells = [figures.value(name) for name in names]
        if any(cell is not None for cell in cells):
            out.append("| " + " | ".join([label] + [shown(cell) for cell in cells]) + " |")
    return "\n".join(out)


def page(figures, sizes):
    counts = [f"{size:,}" for size in sizes]
    def row(start, end):
        return [f"{start}_{size}_{end}" for size in sizes]
    peers = PEERS | SLOW_PEERS
    parts = [
        (HERE / "performance.head.md").read_text(encoding="utf-8").rstrip(),
        table(figures, ["processor seconds, file to results"] + counts,
              [(label, row(f"engine_{name}", "total")) for name, label in DESIGNS.items()]
              + [(f"{peer}, {less}", row(peer.replace(" ", "_"), "total")) for peer, less in peers.items()]
              + [(f"{peer}: times the engine's first row",
                  [f"ratio_{peer.replace(' ', '_')}_{size}" for size in sizes]) for peer in peers]),
        table(figures, ["of which, strata of elements"] + counts, [
            ("reading, s", row("engine_elements", "parse")),
            ("reading, GB/s", row("engine_elements", "parse_speed")),
            ("sums and tables, s", row("engine_elements", "compute")),
            ("tables, s", row("engine_elements", "finish")),
            ("reading 70 bytes a row from memory, s", [f"memory_{70 * size}" for size in sizes]),
            ("sums and tables: times that", [f"ratio_memory_{size}" for size in sizes])]),
        table(figures, ["two threads, times as fast as one"] + counts,
              [(f"{label}, {what}", row(f"engine_{name}", f"{part}_speedup"))
               for name, label in DESIGNS.items()
               for part, what in [
                   ("threads2_wall", "on the wall"),
                   ("threads2_longest", "the longer one's processor seconds"),
                   ("copies2_wall", "two copies of the program, which share nothing")]]),
        table(figures, ["memory, MB"] + counts,
              [(label, row(f"engine_{name}", "memory")) for name, label in DESIGNS.items()]
              + [(peer, row(peer.replace(" ", "_"), "memory")) for peer in peers]),
        "## Growth\n\nAt 100,000 rows. Ten times the rows is in the tables above.\n\n"
        + table(figures, ["domains", "sums and tables, s"],
                [(str(n), [f"growth_domains_{n}_compute"]) for n in (19, 136, 460, 784)]),
        table(figures, ["items", "sums and tables, s", "file to results, s", "memory, MB"],
              [(str(n), [f"growth_items_{n}_{part}" for part in ("compute", "total", "memory")])
               for n in (6, 60, 600)]),
        "## While somebody waits\n\n"
        + table(figures, ["", "middle, ms", "longest, ms"], [
            ("any item of the demo by any two of its dimensions, with all comparisons",
             [figures.starting("demo_table_", end) for end in ("_median", "_longest")]),
            ("the same raked to two of them",
             [figures.starting("demo_table_raked_", end) for end in ("_median", "_longest")]),
            ("an item by two dimensions with all comparisons, 5,000 answers",
             ["cross_table_5000_median", "cross_table_5000_longest"]),
            ("the same with calibrated weights",
             ["cross_table_calibrated_5000_median", "cross_table_calibrated_5000_longest"]),
            ("the same with weights calibrated to a number, after the first",
             ["cross_table_numeric_5000_median", "cross_table_numeric_5000_longest"]),
            ("a test of independence of two items, 5,000 answers",
             ["independence_5000_median", "independence_5000_longest"])])
        + "\n\n"
        + table(figures, ["the whole workload, from columns in memory", "processor seconds"], [
            ("post-stratified, 100,000 rows", ["design_postStratified_100000"]),
            ("raked, 100,000 rows", ["design_raked_100000"]),
            ("raked primary units, 100,000 rows", ["design_raked_units_100000"]),
            ("calibrated to a number of many values, 100,000 rows", ["design_numeric_100000"]),
            ("the same of primary units, all of one alike", ["design_numeric_units_100000"]),
            ("two stages without replacement, 100,000 rows", ["design_two_stages_100000"]),
            ("the same raked", ["design_raked_two_stages_100000"]),
            ("1,000 bootstrap replicates, 10,000 rows", ["bootstrap_10000_1000"])]),
    ]
    return "\n\n".join(parts) + "\n"


def measure_made_up(options, figures, folder):
    sizes = [10_000, 100_000, 1_000_000] + ([10_000_000] if options.large else [])
    for rows in sizes:
        path = made_up(options.bench, folder, rows)
        engine = EngineRuns(options.bench, path)
        engine.visit()
        measure_peers(figures, path, rows, 3 if rows < 10_000_000 else 1)
        if options.large and rows == sizes[0]:
            measure_peers(figures, path, rows, 1, SLOW_PEERS)
        engine.visit()
        engine.tell(figures)
        compare_with_peers(figures, rows)
        if rows < 1_000_000:
            continue  # it would be a cache that is read
        for name, value, unit in lines(options.bench, "memory", 70 * rows):
            figures.add(name, value, unit)
            figures.add(f"ratio_memory_{rows}", figures.value(f"engine_elements_{rows}_compute") / value, "x")
    for name, value, unit in lines(options.bench, "interactive", made_up(options.bench, folder, 5000), "--replicates", 8):
        if not name.startswith("bootstrap"):
            figures.add(name, value, unit)
    for name, value, unit in lines(options.bench, "interactive", made_up(options.bench, folder, 10_000)):
        if name.startswith("bootstrap"):
            figures.add(name, value, unit)
    for name, value, unit in lines(options.bench, "designs", made_up(options.bench, folder, 100_000)):
        figures.add(name, value, unit)
    if options.write:
        growth(options.bench, figures, folder)
        also = pathlib.Path(options.also).read_text(encoding="utf-8").splitlines() if options.also else []
        demo = "\n".join(line for line in also if line.startswith("bench demo_"))
        shown = Figures()
        shown.values = figures.values | {name: (value, unit) for name, value, unit in figures_in(demo)}
        pathlib.Path(options.write).write_text(page(shown, sizes), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--file")
    parser.add_argument("--dump")
    parser.add_argument("--design", action="append")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--write")
    parser.add_argument("--also", help="a file of lines of other programs, for the page")
    options = parser.parse_args()
    figures = Figures()
    if options.file:
        if not pathlib.Path(options.file).is_file():
            sys.exit(f"{options.file}: no such file; FILE is a file of answers as `bench generate` writes them")
        engine = EngineRuns(options.bench, options.file, options.design or DESIGNS)
        engine.visit()
        engine.tell(figures)
        rows = rows_of(figures)
        measure_peers(figures, options.file, rows, 1)
        compare_with_peers(figures, rows)
        if options.dump:
            subprocess.run(
                [options.bench, "run", options.file, "--design", engine.designs[0], "--dump", options.dump],
                check=True, stdout=subprocess.DEVNULL)
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure_made_up(options, figures, folder)
    figures.print()


if __name__ == "__main__":
    main()
