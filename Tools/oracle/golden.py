#!/usr/bin/env python3
"""Turns results of R survey into the golden files of the engine's tests.

usage: Tools/oracle/golden.py ORACLE_DIR

Reads ORACLE_DIR/*.json (each with the cases of one design, computed by R survey) and writes one
file for each into Engine/Tests/SurveyStatisticsTests/Golden, with what the tests need: the
design once, and for every case its call and its figures, all digits kept. Only the invented data
set safety_dev.csv is copied too; the others come with R's survey package (GPL) and are read from
../shared/oracle/data where that is present.
"""

import json
import pathlib
import shutil
import sys

KEPT = ("id", "dataset", "r_options", "r_call", "results")


def convert(source: pathlib.Path, target: pathlib.Path) -> None:
    file = json.loads(source.read_text())
    cases = file["cases"]
    meta = file["meta"]
    golden = {
        "provenance": f"{meta['R']}, survey {meta['survey_version']}, "
        f"CompQuadForm {meta['CompQuadForm']}",
        "r_design": cases[0]["r_design"],
        "design": cases[0]["design"],
    }
    head = json.dumps(golden, ensure_ascii=False, indent=1)[:-2]
    lines = [json.dumps({key: case[key] for key in KEPT}, ensure_ascii=False) for case in cases]
    target.write_text(head + ',\n "cases": [\n' + ",\n".join(lines) + "\n]}\n")


def main() -> None:
    source = pathlib.Path(sys.argv[1])
    golden = pathlib.Path(__file__).parents[2] / "Engine/Tests/SurveyStatisticsTests/Golden"
    (golden / "data").mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.json")):
        convert(path, golden / path.name)
    shutil.copyfile(source.parent / "data/safety_dev.csv", golden / "data/safety_dev.csv")


if __name__ == "__main__":
    main()
