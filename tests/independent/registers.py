"""Sheets -> the registers of a ledger: header found, rows sorted into records and skipped ones, cells decoded."""

import re

from cells import EMPTY, UNKNOWN, decode, folded, is_blank, normal
from words import ALSO, CODES, REGISTERS, VILLAGE

TOTAL = re.compile(r'(合计|总计|小计|累计)$')
NOTE = re.compile(r'((注|备注)[:：]|说明|填表人|填报人|填报单位|填报日期|报出日期|审核人|负责人|单位负责人|统计负责人|制表|联系电话)')
NUMERALS = '甲乙丙丁戊己庚辛壬癸'


def columns_of(register):
    """key -> (kind, required, the header words that mean it)."""
    columns = {}
    for part in REGISTERS[register][1].split('|'):
        key, header, kind = part.split()
        words = [header, key] + ALSO.get((register, key), '').split() + ALSO.get(('*', key), '').split()
        columns[key] = (kind.rstrip('*'), kind.endswith('*'), {normal(word) for word in words})
    if register != 'villages':
        columns['village'] = ('village', False, {normal(word) for word in VILLAGE.split()})
    columns['remark'] = ('text', False, {normal(word) for word in ('备注', 'remark')})
    return columns


SCHEMAS = {register: columns_of(register) for register in REGISTERS}


def key_of(register, text):
    for candidate in (text, folded(text)):
        for key, (_, _, words) in SCHEMAS[register].items():
            if candidate in words:
                return key
    return None


def register_of(name):
    for candidate in (normal(name), folded(normal(name))):
        for register, (names, _) in REGISTERS.items():
            if candidate in {normal(word) for word in names.split()}:
                return register
    return None


def read_ledger(sheets, at):
    """{register: {'columns': set of keys, 'rows': [record]}}; rows in reading order."""
    ledger = {}
    for sheet in sheets:
        found = recognised(sheet)
        if not found:
            continue
        register, header, columns = found
        if any(required and key not in columns.values() for key, (_, required, _) in SCHEMAS[register].items()):
            continue
        part = ledger.setdefault(register, {'columns': set(), 'rows': []})
        part['columns'] |= set(columns.values())
        part['rows'] += list(records(sheet, register, (header, columns), dict(at, date1904=sheet.date1904)))
    return ledger


def recognised(sheet):
    named = register_of(sheet.name)
    if named:
        header, columns = header_of(sheet, named)
        return (named, header, columns) if header else None
    fits = []
    for register in REGISTERS:
        header, columns = header_of(sheet, register)
        keys = set(columns.values())
        if header and all(key in keys for key, (_, required, _) in SCHEMAS[register].items() if required):
            fits.append((len(keys), register, header, columns))
    fits.sort(key=lambda fit: -fit[0])
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return None
    return fits[0][1:]


def header_of(sheet, register):
    best = (None, {})
    for row in range(1, min(20, len(sheet.rows)) + 1):
        columns = matched(sheet, register, row)
        if len(columns) >= 2 and len(columns) > len(best[1]):
            best = (row, columns)
    return best


def matched(sheet, register, row):
    """column -> key, as the header row `row` names them; a key named twice belongs to its first column."""
    columns = {}
    for column in range(max((len(cells) for cells in sheet.rows[:20]), default=0)):
        for text in header_texts(sheet, row, column):
            key = text and key_of(register, text)
            if key:
                if key not in columns.values():
                    columns[column] = key
                break
    return columns


def header_texts(sheet, row, column):
    child = normal(anchored(sheet, row, column))
    yield child
    parent = ''
    for above in (row - 1, row - 2):
        if above >= 1 and any(top <= above <= bottom for top, _, bottom, _ in sheet.merges):
            parent = normal(anchored(sheet, above, column))
            if parent and parent != child:
                yield parent + child
                yield parent


def anchored(sheet, row, column):
    for top, left, bottom, right in sheet.merges:
        if top <= row <= bottom and left <= column <= right:
            value = sheet.cell(top, left)
            break
    else:
        value = sheet.cell(row, column)
    return value if isinstance(value, str) else ''


def records(sheet, register, head, at):
    header, columns = head
    schema = SCHEMAS[register]
    fills = filled(sheet, register, columns)
    for row in range(header + 1, len(sheet.rows) + 1):
        raw = {key: sheet.cell(row, column) for column, key in columns.items()}
        if row == header + 1 and is_column_numbers(sheet.rows[row - 1]):
            continue
        if is_header(register, raw) or is_remark_row(sheet.rows[row - 1], raw, schema):
            continue
        if all(is_blank(value) for key, value in raw.items() if key not in ('village', 'id', 'remark')):
            continue
        record = {key: decode(schema[key][0], fills.get((row, key), value), at) for key, value in raw.items()}
        record['village_written'] = record.get('village', EMPTY)
        yield record


def filled(sheet, register, columns):
    """(row, key) -> the value that a vertical merge spreads down a text or code column."""
    spread = {}
    for top, left, bottom, _ in sheet.merges:
        key = columns.get(left)
        kind = SCHEMAS[register][key][0] if key else None
        if kind in ('text', 'village', 'parity') or kind in CODES:
            for row in range(top, bottom + 1):
                spread[(row, key)] = sheet.cell(top, left)
    return spread


def is_header(register, raw):
    texts = [(key, normal(value)) for key, value in raw.items() if isinstance(value, str)]
    return len([1 for key, text in texts if text and key_of(register, text) == key]) >= 2


def is_column_numbers(cells):
    """甲 乙 丙 …, then 1 2 3 …, in order."""
    texts = [normal(cell) for cell in cells if not is_blank(cell)]
    letters = [text for text in texts if text in NUMERALS]
    wanted = list(NUMERALS[:len(letters)]) + [str(n + 1) for n in range(len(texts) - len(letters))]
    return len(texts) >= 2 and texts == wanted


def is_remark_row(cells, raw, schema):
    first = next((cell for cell in cells if not is_blank(cell)), None)
    if not isinstance(first, str):
        return False
    if normal(first).startswith('示例') or first.strip().startswith('示例'):
        return True
    plain = re.sub(r'[\W_]', '', first)
    others = {key: value for key, value in raw.items() if not is_blank(value) and value is not first}
    if TOTAL.search(plain) or plain.startswith('其中'):
        return not any(is_words(value) for value in others.values())
    if NOTE.match(re.sub(r'\s', '', first)):
        return not any(schema[key][1] for key in others)
    return False


def is_words(value):
    return isinstance(value, str) and decode('decimal', value, None) is UNKNOWN

