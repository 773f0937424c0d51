"""One cell as it stands -> a value, EMPTY or UNKNOWN. Dates are (first day, last day) as ordinals."""

import datetime
import re
import unicodedata
from calendar import monthrange
from fractions import Fraction
from functools import lru_cache

from words import CODES, EMPTY_WORDS, TRADITIONAL, UNKNOWN_WORDS

EMPTY, UNKNOWN = '<empty>', '<unknown>'


class Broken:
    """A cell that holds an error, or a formula without a value."""


class SerialDay:
    """A cell that a workbook formats as a date."""

    def __init__(self, day):
        self.day = day


def folded(text):
    return ''.join(TRADITIONAL.get(c, c) for c in text)


def normal(value):
    """A header or code cell, ready to be looked up."""
    text = re.sub(r'\s', '', unicodedata.normalize('NFKC', as_text(value)))
    text = re.sub(r'\([^()]*\)', '', text)
    return text.upper()


def as_text(value):
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'TRUE' if value else 'FALSE'
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


def is_blank(value):
    return value is None or (isinstance(value, str) and re.sub(r'\s', '', unicodedata.normalize('NFKC', value)).upper() in EMPTY_WORDS)


def decode(kind, value, at):
    """The value of a cell in a column of some kind; `at` holds the period's last day and the date system."""
    if value is None:
        return EMPTY
    if isinstance(value, Broken):
        return UNKNOWN
    if isinstance(value, str):
        word = folded(normal(value))
        if word in EMPTY_WORDS:
            return EMPTY
        if word in UNKNOWN_WORDS:
            return EMPTY if kind in ('id', 'text', 'village') else UNKNOWN
        if word == '无' and kind not in ('yesno', 'satisfaction', 'method', 'policy'):
            return EMPTY
    if kind in ('id', 'text', 'village'):
        return text_of(value)
    if kind == 'date':
        return date_of(value, at)
    if kind in ('int', 'money', 'decimal', 'year'):
        return number_of(kind, value)
    if kind == 'parity':
        return parity_of(value)
    return code_of(kind, value)


def text_of(value):
    if isinstance(value, SerialDay):
        return UNKNOWN
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**15:
        return UNKNOWN
    text = unicodedata.normalize('NFKC', as_text(value)).strip()
    if re.fullmatch(r'\d(\.\d+)?E\+\d+', text):
        return UNKNOWN
    return text or EMPTY


def code_of(kind, value):
    if isinstance(value, SerialDay):
        return UNKNOWN
    if isinstance(value, float) and value != int(value):
        return UNKNOWN
    words = lookup(kind)
    if isinstance(value, bool):
        return words.get('YES' if value else 'NO', UNKNOWN) or UNKNOWN
    word = normal(value)
    return words.get(word, words.get(folded(word))) or UNKNOWN


@lru_cache
def lookup(kind):
    found = {}
    for code, words in CODES[kind].items():
        for word in words.split():
            found[normal(word)] = code
        if code is not None:
            found[normal(code)] = code
    return found


def parity_of(value):
    if isinstance(value, (SerialDay, bool)):
        return UNKNOWN
    word = folded(normal(value))
    if word == '多孩':
        return 3
    if word == '头孩':
        return 1
    match = re.fullmatch(r'第?([一二三四五六七八九]|\d+)[孩胎]?(及以上)?', word)
    if not match:
        return UNKNOWN
    digits = match.group(1)
    number = '一二三四五六七八九'.index(digits) + 1 if digits in '一二三四五六七八九' else int(digits)
    return number or UNKNOWN


def number_of(kind, value):
    if isinstance(value, (bool, SerialDay)):
        return UNKNOWN
    if isinstance(value, (int, float)):
        number = Fraction(repr(value))
    else:
        text = re.sub(r'(?<!\d)\s|\s(?!\d)', '', re.sub(r'\s+', ' ', unicodedata.normalize('NFKC', value)).strip())
        if kind == 'year':
            text = re.sub(r'(年|年度)$', '', text)
        text = re.sub(r'(人|元|例|次|名|户|年|年度)$', '', text)
        if re.fullmatch(r'\d{1,3}((,\d{3})+|( \d{3})+)(\.\d+)?', text):
            text = re.sub('[, ]', '', text)
        if not re.fullmatch(r'\d+(\.\d+)?', text):
            return UNKNOWN
        number = Fraction(text)
    if number < 0:
        return UNKNOWN
    if kind in ('int', 'year') and number.denominator != 1:
        return UNKNOWN
    if kind == 'money':
        cents = round(number * 100)
        if abs(number - Fraction(cents, 100)) > Fraction(1, 10**6):
            return UNKNOWN
        return Fraction(cents, 100)
    return number


SENTINELS = {'1900-01-00', '1900-01-01', '1899-12-30', '1904-01-01', '0000-00-00'}
SEP = r'\s*[-/.年]\s*'
SEP2 = r'\s*[-/.月]\s*'
TIME = r'(?:日|号)?(?:[\sT]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?分?Z?)?'


def date_of(value, at):
    if isinstance(value, bool):
        return UNKNOWN
    if isinstance(value, SerialDay):
        return EMPTY if value.day is None or value.day.isoformat() in SENTINELS else one_day(value.day)
    if isinstance(value, (int, float)):
        return date_of_number(value, at)
    text = unicodedata.normalize('NFKC', value).strip()
    if re.fullmatch(r'\d+(\.0+)?', text) and '.' not in text:
        return date_of_number(int(text), at)
    if re.fullmatch(r'\d{5}\.\d+', text):
        return date_of_number(float(text), at)
    match = re.fullmatch(r'(\d{4})' + SEP + r'(\d{1,2})' + SEP2 + r'(\d{1,2})\s*' + TIME, text)
    if match:
        year, month, day = map(int, match.groups())
        if '%04d-%02d-%02d' % (year, month, day) in SENTINELS:
            return EMPTY
        return calendar_day(year, month, day)
    match = re.fullmatch(r'(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\s*' + TIME, text)
    if match:
        year, month, day = map(int, match.groups())
        century = 2000 if year <= at['last'].year % 100 else 1900
        return calendar_day(century + year, month, day)
    match = re.fullmatch(r'(\d{4})' + SEP + r'(\d{1,2})月?', text)
    if match:
        return month_of(int(match.group(1)), int(match.group(2)))
    match = re.fullmatch(r'(\d{4})\s*年', text)
    return year_of(int(match.group(1))) if match else UNKNOWN


def date_of_number(number, at):
    whole = int(number)
    if 10000 <= number < 60001:
        epoch = datetime.date(1904, 1, 1) if at['date1904'] else datetime.date(1899, 12, 30)
        return one_day(epoch + datetime.timedelta(days=whole))
    if number != whole:
        return UNKNOWN
    if whole in (0, 1):
        return EMPTY
    if 1000 <= whole <= 9999:
        return year_of(whole)
    if 100000 <= whole <= 999999:
        return month_of(whole // 100, whole % 100)
    if 10000000 <= whole <= 99999999:
        return calendar_day(whole // 10000, whole // 100 % 100, whole % 100)
    return UNKNOWN


def calendar_day(year, month, day):
    try:
        return one_day(datetime.date(year, month, day))
    except ValueError:
        return UNKNOWN


def month_of(year, month):
    if not 1 <= month <= 12 or year < 1:
        return UNKNOWN
    return (datetime.date(year, month, 1).toordinal(), datetime.date(year, month, monthrange(year, month)[1]).toordinal())


def year_of(year):
    return (datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()) if 1 <= year <= 9999 else UNKNOWN


def one_day(day):
    return (day.toordinal(), day.toordinal())
