"""The 37 measures as the guide defines them, and the counts that each record adds."""

import datetime
from copy import copy
from fractions import Fraction

from cells import EMPTY, UNKNOWN

BASIC = {'supplies', 'pregnancy_iud_check', 'iud', 'implant', 'sterilisation', 'termination', 'complication_care', 'reversal'}
TIMELY = {'iud_insertion', 'implant_insertion', 'female_sterilisation', 'male_sterilisation', 'supplies'}


def both(*truths):
    return False if False in truths else None if None in truths else True


def negate(truth):
    return None if truth is None else not truth


def known(value):
    return value is not EMPTY and value is not UNKNOWN and value is not None


def among(value, *codes):
    return value in codes if known(value) else None


def within(value, window):
    """A date in a window; an empty cell is unknown."""
    if not known(value):
        return None
    if window[0] <= value[0] and value[1] <= window[1]:
        return True
    return False if value[1] < window[0] or value[0] > window[1] else None


def on_or_before(first, second):
    if not known(first) or not known(second):
        return None
    return True if first[1] <= second[0] else False if first[0] > second[1] else None


def done(value, test):
    """A done, closed or submitted day: an empty cell is a plain "not yet"."""
    return False if value is EMPTY else test(value)


def at_least(value, other):
    return value >= other if known(value) and known(other) else None


def birthday(ordinal, years):
    born = datetime.date.fromordinal(ordinal)
    try:
        return born.replace(year=born.year + years).toordinal()
    except ValueError:
        return datetime.date(born.year + years, 3, 1).toordinal()


class Period:
    """The period's last day and the days that records are counted over: `window` is that of the measure at hand."""

    def __init__(self, last, year_start=(1, 1)):
        self.last = last.toordinal()
        first = datetime.date(last.year, *year_start)
        self.year = ((first if first <= last else first.replace(year=last.year - 1)).toordinal(), self.last)
        after = last + datetime.timedelta(days=1)
        try:
            start = after.replace(year=after.year - 3)
        except ValueError:
            start = after.replace(year=after.year - 3, day=28)
        self.three = (start.toordinal(), self.last)
        self.point = (self.last, self.last)
        self.calendar_year = last.year
        self.window = self.year

    def over(self, word):
        other = copy(self)
        other.window = self.three if word == '3y' else self.year
        return other


def reproductive(row, at):
    """15 to 49 completed years at P."""
    born = row['birth_date']
    if not known(born):
        return None
    ages = {birthday(day, 15) <= at.last < birthday(day, 50) for day in range(born[0], min(born[1], born[0] + 3660) + 1)}
    return None if len(ages) == 2 else ages.pop()


def married(row, at):
    return both(reproductive(row, at), among(row['marital'], 'married'))


def asked(row, key, groups, at):
    scope = both(within(row['date'], at.window), among(row['group'], *groups))
    return both(scope, row[key] is not EMPTY)


def yes(value):
    return among(value, 'yes')


def proportion(register, scope, test, optional=()):
    return {'type': 'proportion', 'register': register, 'scope': scope, 'test': test, 'optional': optional}


def count(*kinds):
    def scope(row, at):
        return both(within(row['date'], at.window), among(row['kind'], *kinds))
    return {'type': 'count', 'register': 'incidents', 'scope': scope, 'optional': ()}


def total(register, scope, amounts, optional=()):
    return {'type': 'sum', 'register': register, 'scope': scope, 'amounts': amounts, 'optional': optional}


def ratio(top, bottom, reference=None):
    return {'type': 'ratio', 'top': top, 'bottom': bottom, 'reference': reference}


def born(row, at):
    return within(row['birth_date'], at.window)


def always(row, at):
    return True


def knows(key, group):
    return proportion('surveys', lambda r, at: asked(r, key, (group,), at), lambda r, at: yes(r[key]), (key,))


def followed(kind):
    return proportion(
        'followups', lambda r, at: both(among(r['kind'], kind), within(r['due_date'], at.window)),
        lambda r, at: both(done(r['done_date'], lambda v: on_or_before(v, at.point)), yes(r['standard'])), ('standard',))


def due(row, at):
    return within(row['due_date'], at.window)


def paid(row):
    if not known(row['amount_paid']) or not known(row['amount_due']):
        return None
    return (min(row['amount_paid'], row['amount_due']), row['amount_due'])


def audited(row):
    if not known(row['checked']) or not known(row['correct']) or row['correct'] > row['checked']:
        return None
    return (row['correct'], row['checked'])


def funded(row):
    if not all(known(row[key]) for key in ('amount', 'population', 'standard')):
        return None
    return (row['amount'], row['population'] * row['standard'])


def this_year(row, at):
    return among(row['year'], Fraction(at.calendar_year))


def terminated(row, at):
    return both(among(row['kind'], 'termination'), done(row['done_date'], lambda v: within(v, at.window)))


def timely():
    return proportion(
        'procedures', lambda r, at: both(among(r['kind'], *TIMELY), within(r['due_date'], at.window)),
        lambda r, at: done(r['done_date'], lambda v: on_or_before(v, r['due_date'])), ('due_date',))


MEASURES = {
    '1a': ratio(('births', born), ('villages', None), 'planned_births'),
    '1b': proportion('births', born, lambda r, at: among(r['policy'], 'in')),
    '1c': proportion('births', born,
                     lambda r, at: both(among(r['policy'], 'out'), r['parity'] >= 3 if known(r['parity']) else None)),
    '2': proportion('surveys', lambda r, at: asked(r, 'satisfied', ('public', 'reproductive_age'), at),
                    lambda r, at: yes(r['satisfied']), ('satisfied',)),
    '3a': proportion('benefits', due, lambda r, at: at_least(r['amount_paid'], r['amount_due'])),
    '3b': total('benefits', due, paid),
    '4': proportion('services', lambda r, at: both(within(r['date'], at.window), among(r['item'], *BASIC)),
                    lambda r, at: yes(r['free']), ('free',)),
    '5': proportion('villages', always, lambda r, at: yes(r['informed_choice']), ('informed_choice',)),
    '6': proportion('villages', always, lambda r, at: yes(r['self_governance']), ('self_governance',)),
    '7a': ratio(('births', lambda r, at: both(born(r, at), among(r['sex'], 'male'))),
                ('births', lambda r, at: both(born(r, at), among(r['sex'], 'female')))),
    '7b': count('sex_determination', 'sex_selective_termination'),
    '8a': proportion('women', married, lambda r, at: negate(among(r['method'], 'none'))),
    '8b': timely(),
    '8c': ratio(('procedures', terminated), ('births', born)),
    '9a': timely(),
    '9b': followed('postoperative'),
    '9c': followed('supplies'),
    '9d': count('technical_accident'),
    '9e': proportion('procedures', lambda r, at: both(negate(among(r['kind'], 'supplies')),
                                                      done(r['done_date'], lambda v: within(v, at.window))),
                     lambda r, at: False if r['complication'] is EMPTY else yes(r['complication']), ('complication',)),
    '10a': proportion('women', reproductive, lambda r, at: yes(r['rh_service']), ('rh_service',)),
    '10b': {'type': 'persons', 'register': 'services', 'optional': ('sex',)},
    '11': knows('cadre_knowledge', 'cadre'),
    '12a': knows('rights', 'reproductive_age'),
    '12b': knows('rh_knowledge', 'reproductive_age'),
    '12c': knows('method_knowledge', 'reproductive_age'),
    '13a': count('unlawful_act'),
    '13b': proportion('petitions', lambda r, at: both(yes(r['first_visit']), due(r, at)),
                      lambda r, at: done(r['closed_date'], lambda v: on_or_before(v, at.point)), ('first_visit',)),
    '13c': count('malignant', 'mass'),
    '13d': proportion('petitions', due, lambda r, at: done(r['closed_date'], lambda v: on_or_before(v, r['due_date']))),
    '14a': proportion('migrants', lambda r, at: among(r['direction'], 'out'), lambda r, at: yes(r['certificate']), ('certificate',)),
    '14b': proportion('migrants', always, lambda r, at: yes(r['served']), ('served',)),
    '15a': proportion('reports', due, lambda r, at: done(r['submitted'], lambda v: on_or_before(v, r['due_date']))),
    '15b': total('audits', lambda r, at: within(r['date'], at.window), audited),
    '15c': ratio(('women', married), ('villages', None), 'married_women'),
    '16': proportion('staff', always, lambda r, at: at_least(r['pay_paid'], r['pay_due'])),
    '17a': proportion('funding', this_year, lambda r, at: yes(r['in_budget']), ('in_budget',)),
    '17b': total('funding', this_year, funded),
}

INDICATORS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17']


def measures_of(indicator):
    return [id for id in MEASURES if id.rstrip('abcde') == indicator]
