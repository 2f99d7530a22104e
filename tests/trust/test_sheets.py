"""Exports for spreadsheets run nothing; formulas, links and their beginnings are found where there are some."""

import io

import xlsxwriter

from incidents import read_package
from tests.trust.hostile_package import write
from tests.trust.sheets import risky, sheets


def test_no_cell_runs(tmp_path):
    """Every payload in every text of the events, as CSV and as XLSX."""
    wrong, cells = sheets(read_package(write(tmp_path / "package"), strict=False))
    assert wrong == []
    for name in ("csv", "xlsx"):
        assert len([cell for cell in cells if cell.startswith(name) and "trip('events" in cell]) >= 100


def test_the_check_can_fail():
    """A formula, a link, a text that begins as one; a negative number is fine."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1+1")
        sheet.write_url(1, 0, "https://elsewhere.example/", string="x")
        sheet.write_string(2, 0, "=2+2")
    assert len(risky("xlsx", out.getvalue())) == 3
    assert risky("csv", b'a,"=1+1"\r\n-2.5,@x\r\n') == ["csv: '=1+1'", "csv: '@x'"]
