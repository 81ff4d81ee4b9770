"""Dates, times and percentages in workbooks, as openpyxl reads them.

Writes Tests/ExchangeTests/Fixtures/workbooks/dates-{1900,1904}.xlsx, and beside each the texts that
openpyxl's values give: days and times in ISO 8601, percentages and numbers as they are.

    python3 -m venv oracle && oracle/bin/pip install openpyxl==3.1.5
    oracle/bin/python Tools/oracle/workbook_dates.py
"""

import datetime
import pathlib

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Tests/ExchangeTests/Fixtures/workbooks"

FORMATS = [
    "General", "0.00", "0%", "0.0 %", "yyyy-mm-dd", "d/m/yy", "mmm-yy", "[$-41D]d mmmm yyyy;@",
    "h:mm", "h:mm:ss", "yyyy-mm-dd hh:mm", "[h]:mm:ss", "[mm]:ss", '#,##0 "days"', "#,##0\\ \\d",
    "[Red]0.0;-0.0", "0.0_m", '"y"0',
]
# 60 in the system of 1900, and 0 there as a day, are no days; see WorkbookDatesTests. Below 1
# openpyxl gives a time of day whatever the format says; those cells are left empty.
DAY_FORMATS = {"yyyy-mm-dd", "d/m/yy", "mmm-yy", "[$-41D]d mmmm yyyy;@", "yyyy-mm-dd hh:mm"}
NUMBERS = [
    0.25, 0.999999, 1, 31, 32, 59, 61, 366, 367, 25569, 36585, 36586, 39448.75, 45292, 45351,
    45657.999999999, 45658.5, 73050, 2957003,
]


def text(value):
    """A value of openpyxl's as our reader tells it."""
    if isinstance(value, datetime.timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, datetime.datetime):
        value = value.replace(microsecond=0)
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, datetime.time):
        return value.replace(microsecond=0).isoformat()
    return "" if value is None else repr(float(value))


def write(name, epoch):
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.active
    sheet.title = "Dates"
    for row, number in enumerate(NUMBERS, start=1):
        for column, code in enumerate(FORMATS, start=1):
            if number >= 1 or code not in DAY_FORMATS:
                sheet.cell(row, column, number).number_format = code
    kinds = book.create_sheet("Kinds")
    kinds["A1"] = CellRichText("Andel ", TextBlock(InlineFont(b=True), "otrygga"))
    kinds["B1"] = True
    kinds["C1"] = "=1/0"
    kinds["D1"] = "#N/A"
    kinds.merge_cells("A2:C3")
    kinds["A2"] = "2022"
    kinds["D2"] = "2023"
    path = FOLDER / f"{name}.xlsx"
    book.save(path)
    read = openpyxl.load_workbook(path)["Dates"]
    lines = [f"# openpyxl {openpyxl.__version__}", ";".join(code.replace(";", "¦") for code in FORMATS)]
    lines += [";".join(text(cell.value) for cell in row) for row in read.iter_rows()]
    (FOLDER / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write("dates-1900", CALENDAR_WINDOWS_1900)
    write("dates-1904", CALENDAR_MAC_1904)
