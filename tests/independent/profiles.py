"""Whose thresholds: the ten published lists, transcribed from the guide's table, and what a configuration changes of them."""

import json
import re
from fractions import Fraction
from types import SimpleNamespace

# Rows are measures, columns are lists; an empty cell is a measure that the list does not mention.
TABLE = '''
measure | district-17 | district-16 | township | community | township-strict | district-services | bureau | new-area | district-results | district-outreach
1a    | ≤ 100 %   | ≤ 100 % |        |         |           |        |         |        |           |
1b    | ≥ 97 %    | ≥ 95 %  |        | ≥ 95 %  | = 100 %   |        | = 100 % | ≥ 95 % | ≥ 98 %    |
1c    | ≤ 0.1 %   | = 0 %   |        |         |           |        |         |        | ≤ 0.5 %   |
2     | ≥ 90 %    | ≥ 85 %  | ≥ 90 % |         |           |        |         | ≥ 90 % |           | ≥ 95 %
3a 3b | = 100 %   | = 100 % | = 100 %| = 100 % | = 100 %   |        | = 100 % |        | = 100 %   |
4     | = 100 %   | = 100 % |        |         | = 100 %   |        |         | ≥ 80 % |           |
5     | ≥ 90 %    | ≥ 90 %  |        |         |           |        |         |        |           |
6     | ≥ 90 %    | ≥ 90 %  |        |         |           | ≥ 70 % |         |        |           |
7a    | 103 … 107 |         |        | ≤ 109   | 103 … 107 |        |         |        | 103 … 107 |
7b    | = 0       | = 0     |        |         |           |        |         |        |           |
8a    | ≥ 85 %    | ≥ 85 %  |        |         |           |        | = 100 % |        |           | ≥ 88 %
8b    | ≥ 95 %    |         |        |         |           |        |         |        |           |
8c    | ≤ 0.25    | ≤ 0.25  |        |         |           |        |         |        |           |
9a    | ≥ 95 %    | ≥ 95 %  |        |         |           |        |         |        |           |
9b 9c | ≥ 95 %    | ≥ 95 %  |        |         | = 100 %   | ≥ 90 % |         |        |           | = 100 %
9d    | = 0       | = 0     |        |         |           |        |         |        |           |
9e    | ≤ 1 ‰     | ≤ 1 ‰   |        |         |           |        |         |        |           |
10a   | ≥ 95 %    | ≥ 80 %  |        | ≥ 85 %  | ≥ 90 %    | ≥ 80 % | = 100 % | ≥ 80 % |           |
10b   | ≥ 20 %    | ≥ 20 %  |        |         |           |        |         |        |           |
11    | ≥ 95 %    | ≥ 95 %  |        |         |           |        |         |        |           |
12a   | ≥ 90 %    | ≥ 90 %  |        |         | ≥ 90 %    |        |         |        |           | ≥ 95 %
12b   | ≥ 85 %    | ≥ 85 %  |        |         |           |        |         |        |           | ≥ 95 %
12c   | ≥ 85 %    | ≥ 85 %  |        |         |           |        |         |        |           | ≥ 95 %
13a   | = 0       | = 0     |        |         |           |        |         |        |           |
13b   | ≥ 95 %    | ≥ 95 %  |        |         |           |        |         |        |           |
13c   | = 0       |         |        |         |           |        |         |        |           |
13d   | ≥ 95 %    |         |        |         |           |        |         |        |           |
14a   | ≥ 90 %    |         |        |         | = 100 %   |        |         |        |           |
14b   | ≥ 80 %    | ≥ 80 %  |        |         |           | ≥ 85 % |         | ≥ 85 % |           | ≥ 95 %
15a   | = 100 %   |         |        |         |           |        |         | ≥ 95 % |           |
15b   | ≥ 95 %    | ≥ 95 %  | ≥ 95 % |         | = 100 %   | ≥ 98 % |         | ≥ 90 % | ≥ 97 %    |
15c   | ≥ 98 %    |         |        |         |           |        |         | ≥ 95 % |           |
16    | = 100 %   | = 100 % |        |         |           |        |         |        |           |
17a   | = 100 %   |         |        |         |           |        |         |        |           |
17b   | ≥ 100 %   |         |        |         |           |        |         |        |           |
'''

ROWS = [[cell.strip() for cell in line.split('|')] for line in TABLE.strip().split('\n')]
PROFILES = ROWS[0][1:]
THREE_YEARS = {'1b', '1c', '7a', '7b', '9d', '9e', '13a'}
COUNTED_OVER_THREE_YEARS_BY_THE_DISTRICTS = {'1b', '1c'}
MIN_N = {'7a': 400}


def threshold(text):
    """('>=', 97), ('<=', 1), ('=', 0), ('..', 103, 107), or None for off; numbers in the measure's own unit."""
    plain = re.sub(r'[\s%‰]', '', text).replace('≥', '>=').replace('≤', '<=').replace('…', '..')
    if plain in ('', 'off'):
        return None
    band = re.fullmatch(r'([\d.]+?)\.\.([\d.]+)', plain)
    if band:
        return ('..', Fraction(band.group(1)), Fraction(band.group(2)))
    sign, number = re.fullmatch(r'(>=|<=|=)([\d.]+)', plain).groups()
    return (sign, Fraction(number))


def terms_of(name):
    """What a published list asks for: thresholds, windows, least bases, the year's first day."""
    column = PROFILES.index(name) + 1
    thresholds = {id: threshold(row[column]) for row in ROWS[1:] for id in row[0].split()}
    own = THREE_YEARS if column <= 2 else THREE_YEARS - COUNTED_OVER_THREE_YEARS_BY_THE_DISTRICTS
    return SimpleNamespace(thresholds=thresholds, windows={id: '3y' if id in own else 'year' for id in thresholds},
                           min_n=dict(MIN_N), year_start=(1, 1))


def configured(path):
    """The terms that a configuration file describes."""
    with open(path, encoding='utf-8') as file:
        read = tree(file.read())
    terms = terms_of(read.get('profile', 'district-17'))
    terms.thresholds |= {id: threshold(text) for id, text in read.get('thresholds', {}).items()}
    terms.windows |= read.get('windows', {})
    shared = {terms.windows[id] for id in ('8b', '9a') if id in read.get('windows', {})}  # one measure, shown twice
    terms.windows |= {id: word for id in ('8b', '9a') for word in shared}
    terms.min_n |= {id: int(number) for id, number in read.get('min_n', {}).items()}
    month, day = read.get('year_start', '01-01').split('-')
    terms.year_start = (int(month), int(day))
    return terms


def tree(text):
    """The little of YAML that a configuration needs: `key: value`, one level of indented pairs, `{ key: value, … }`; or JSON."""
    if text.lstrip().startswith('{'):
        return json.loads(text)
    found, group = {}, None
    for line in text.split('\n'):
        line = re.sub(r'(^|\s)#.*', '', line)
        if not line.strip():
            continue
        key, value = pair(line)
        if line[0] == ' ':
            group[key] = value
        elif value == '':
            group = found[key] = {}
        elif value.startswith('{'):
            found[key] = dict(pair(part) for part in re.findall(r'(?:"[^"]*"|[^,"])+', value.strip('{} ')))
        else:
            found[key] = value
    return found


def pair(text):
    key, value = text.split(':', 1)
    return key.strip().strip('"'), value.strip().strip('"')
