"""Files -> sheets: a name, rows of raw cells, merged ranges. Workbooks by openpyxl, folders of CSV by hand."""

import csv
import datetime
import io
import os
import zipfile

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cells import Broken, SerialDay


class Sheet:
    def __init__(self, name, rows, merges=(), date1904=False, is_csv=False):
        self.name, self.rows, self.merges = name, rows, list(merges)
        self.date1904, self.is_csv = date1904, is_csv

    def cell(self, row, column):
        """Rows from 1, columns from 0."""
        cells = self.rows[row - 1] if row <= len(self.rows) else []
        return cells[column] if column < len(cells) else None


def ledgers_of(path):
    """The ledgers at a path: a workbook or CSV file is one, a folder of CSV files is one, of workbooks one each."""
    if not os.path.isdir(path):
        return [csv_sheets([path]) if path.lower().endswith('.csv') else workbook_sheets(path)]
    names = sorted(n for n in os.listdir(path) if not n.startswith(('~$', '.')))
    tables = [os.path.join(path, n) for n in names if n.lower().endswith('.csv')]
    books = [os.path.join(path, n) for n in names if n.lower().endswith(('.xlsx', '.xlsm'))]
    return [workbook_sheets(book) for book in books] or [csv_sheets(tables)]


def workbook_sheets(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path) if has_formulas(path) else values
    date1904 = values.epoch == CALENDAR_MAC_1904
    sheets = []
    for sheet in values.worksheets:
        written = formulas[sheet.title]
        rows = [[raw(cell, written.cell(cell.row, cell.column)) for cell in row] for row in sheet.iter_rows()]
        merges = [(m.min_row, m.min_col - 1, m.max_row, m.max_col - 1) for m in sheet.merged_cells.ranges]
        sheets.append(Sheet(sheet.title, rows, merges, date1904))
    return sheets


def has_formulas(path):
    with zipfile.ZipFile(path) as parts:
        return any(b'<f' in parts.read(name) for name in parts.namelist() if name.startswith('xl/worksheets/'))


def raw(cell, written):
    value = getattr(cell, 'value', None)
    if value is None:
        return Broken() if getattr(written, 'data_type', None) == 'f' else None
    if cell.data_type == 'e':
        return Broken()
    if isinstance(value, datetime.datetime):
        return SerialDay(value.date())
    if isinstance(value, datetime.date):
        return SerialDay(value)
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return SerialDay(None)
    return value


def csv_sheets(paths):
    return [csv_sheet(path) for path in paths]


def csv_sheet(path):
    with open(path, 'rb') as file:
        text = decoded(file.read())
    best = max(',;\t', key=lambda mark: max((len(row) for row in list(parsed(text, mark))[:20]), default=0))
    name = os.path.splitext(os.path.basename(path))[0]
    rows = [[cell if cell != '' else None for cell in row] for row in parsed(text, best)]
    return Sheet(name, rows, is_csv=True)


def parsed(text, mark):
    return csv.reader(io.StringIO(text, newline=''), delimiter=mark)


def decoded(data):
    for mark, encoding in ((b'\xef\xbb\xbf', 'utf-8'), (b'\xff\xfe', 'utf-16-le'), (b'\xfe\xff', 'utf-16-be')):
        if data.startswith(mark):
            return data[len(mark):].decode(encoding)
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('gb18030')
