#!/usr/bin/env python3
"""A second opinion: recomputes the 37 measures of a ledger from the guide alone, without any code of fp-check.

Usage: recompute.py [--profile NAME... | --config FILE] LEDGER... PERIOD
  LEDGER  an .xlsx, a .csv, or a folder of either
  PERIOD  2025-06, 2025-Q2, 2025-H1, 2025 or 2025-06-30
With several profiles, or `--profile all`, what is printed is one report a profile, by name.
"""

import argparse
import datetime
import json
import re
import sys
from calendar import monthrange

sys.dont_write_bytecode = True  # the repository stays clean

from judge import figures, worst
from measures import INDICATORS, MEASURES, Period, measures_of
from profiles import PROFILES, configured, terms_of
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


class Reading:
    """Ledgers read once, to be judged by any number of profiles."""

    def __init__(self, paths, last):
        self.last = last
        self.run = Run([read_ledger(sheets, {'last': last}) for path in paths for sheets in ledgers_of(path)])
        self.found = {}

    def count(self, id, terms):
        window = (id, terms.windows[id], terms.year_start)
        if window not in self.found:
            self.found[window] = self.run.measure(id, Period(self.last, terms.year_start).over(terms.windows[id]))
        return self.found[window]

    def report(self, terms):
        found = {id: self.count(id, terms) for id in MEASURES}
        first = datetime.date.fromordinal(Period(self.last, terms.year_start).year[0])
        return {
            'period': {'from': first.isoformat(), 'to': self.last.isoformat()},
            'indicators': [indicator(id, found, terms) for id in INDICATORS],
            'areas': [area(key, self.run, (found, terms)) for key in self.run.areas()],
        }


def indicator(id, found, terms):
    measures = [{'id': each} | figures(each, found[each].kind, found[each].whole(), terms) for each in measures_of(id)]
    return {'id': id, 'status': worst([measure['status'] for measure in measures]), 'measures': measures}


def area(key, run, judged):
    found, terms = judged
    measures = {id: figures(id, each.kind, each.of(key), terms) for id, each in found.items()}
    for each in measures.values():
        del each['interval'], each['shortfall']
    return {'code': run.code_of(key), 'name': run.name_of(key), 'measures': measures}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--profile', action='append', choices=PROFILES + ['all'], metavar='NAME')
    parser.add_argument('--config', metavar='FILE')
    parser.add_argument('ledgers', nargs='+', metavar='LEDGER')
    parser.add_argument('period', metavar='PERIOD')
    return parser.parse_args()


def printed(asked):
    reading = Reading(asked.ledgers, last_day(asked.period))
    if asked.config:
        return reading.report(configured(asked.config))
    names = asked.profile or ['district-17']
    if names == ['all'] or len(names) > 1:
        return {name: reading.report(terms_of(name)) for name in (PROFILES if 'all' in names else names)}
    return reading.report(terms_of(names[0]))


if __name__ == '__main__':
    json.dump(printed(arguments()), sys.stdout, ensure_ascii=False, indent=1)
    print()
