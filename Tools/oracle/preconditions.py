"""Education by invented areas of Kristianstad: Tests/ExchangeTests/Fixtures/preconditions/expected.csv.

    python3 -m venv oracle && oracle/bin/pip install openpyxl==3.1.5
    oracle/bin/python Tools/oracle/preconditions.py
"""

import csv
import pathlib

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/ExchangeTests/Fixtures"


def main():
    book = openpyxl.load_workbook(FIXTURES / "sources/xlsx/answer.xlsx")
    rows = [row for row in book.worksheets[0].iter_rows(values_only=True)
            if row[0] and str(row[0]).startswith("1290") and len(str(row[0])) == 9]
    low = {row[0]: row[1] for row in rows}
    everyone = {row[0]: sum(row[1:5]) for row in rows}
    above, below, mapped = {}, {}, {}
    with open(FIXTURES / "preconditions/areas.csv", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            part = float(line["part"] or 1)
            if line["deso"] not in low:
                continue
            above[line["area"]] = above.get(line["area"], 0) + part * low[line["deso"]]
            below[line["area"]] = below.get(line["area"], 0) + part * everyone[line["deso"]]
            mapped[line["deso"]] = mapped.get(line["deso"], 0) + part
    outside = sum(everyone[code] * (1 - mapped.get(code, 0)) for code in everyone)
    total = sum(everyone.values())
    lines = [f"# openpyxl {openpyxl.__version__}", "area,value,base"]
    lines += [f"{area},{above[area] / below[area]!r},{below[area]!r}" for area in sorted(above)]
    lines.append(f"1290,{sum(low.values()) / total!r},{total!r}")
    lines.append(f"unmapped,{outside / total!r},{total!r}")
    (FIXTURES / "preconditions/expected.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
