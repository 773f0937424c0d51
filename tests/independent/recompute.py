#!/usr/bin/env python3
"""A second opinion: recomputes the 37 measures of a ledger from the guide alone, without any code of fp-check.

Usage: recompute.py LEDGER... PERIOD      (an .xlsx, or a folder of .csv; PERIOD 2025-06, 2025-Q2, 2025-H1, 2025 or 2025-06-30)
"""

import datetime
import json
import re
import sys
from calendar import monthrange

sys.dont_write_bytecode = True  # the repository stays clean

from judge import figures, worst
from measures import INDICATORS, MEASURES, Period, measures_of
from registers import read_ledger
from sheets import ledgers_of
from tally import Run


def last_day(text):
    match = re.fullmatch(r'(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q(\d)|-H(\d))?', text)
    if not match:
        sys.exit('Not a period: ' + text)
    year, month, day, quarter, half = (int(part) if part else None for part in match.groups())
    month = month or (quarter and quarter * 3) or (half and half * 6) or 12
    return datetime.date(year, month, day or monthrange(year, month)[1])


def report(paths, period):
    last = last_day(period)
    at = Period(last)
    ledgers = [read_ledger(sheets, {'last': last}) for path in paths for sheets in ledgers_of(path)]
    run = Run(ledgers, at)
    found = {id: run.measure(id) for id in MEASURES}
    return {
        'period': {'from': datetime.date.fromordinal(at.year[0]).isoformat(), 'to': last.isoformat()},
        'indicators': [indicator(id, found) for id in INDICATORS],
        'areas': [area(key, run, found) for key in run.areas()],
    }


def indicator(id, found):
    measures = [{'id': each} | figures(each, found[each].kind, found[each].whole()) for each in measures_of(id)]
    return {'id': id, 'status': worst([measure['status'] for measure in measures]), 'measures': measures}


def area(key, run, found):
    measures = {id: figures(id, each.kind, each.of(key)) for id, each in found.items()}
    for each in measures.values():
        del each['interval'], each['shortfall']
    return {'code': run.code_of(key), 'name': run.name_of(key), 'measures': measures}


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    json.dump(report(sys.argv[1:-1], sys.argv[-1]), sys.stdout, ensure_ascii=False, indent=1)
    print()
