"""Counts -> figures and status, on exact fractions; thresholds of district-17."""

from fractions import Fraction
from math import ceil, floor, sqrt

Z = 1.959963984540054
SCALE = {'9e': 1000, '8c': 1, '7b': 1, '9d': 1, '13a': 1, '13c': 1}
MIN_N = {'7a': 400}
INFINITE = float('inf')

AT_LEAST = {
    '1b': 97, '2': 90, '5': 90, '6': 90, '8a': 85, '8b': 95, '9a': 95, '9b': 95, '9c': 95, '10a': 95, '10b': 20, '11': 95,
    '12a': 90, '12b': 85, '12c': 85, '13b': 95, '13d': 95, '14a': 90, '14b': 80, '15b': 95, '15c': 98, '17b': 100,
}
EXACTLY = {'3a': 100, '3b': 100, '4': 100, '15a': 100, '16': 100, '17a': 100, '7b': 0, '9d': 0, '13a': 0, '13c': 0}
AT_MOST = {'1a': Fraction(100), '1c': Fraction(1, 10), '8c': Fraction(1, 4), '9e': Fraction(1)}
BAND = {'7a': (103, 107)}

STATUSES = ['fail', 'undetermined', 'no-data', 'pass', 'small-sample', 'not-applicable', 'off']


def meets(id, value):
    if id in AT_LEAST:
        return value >= AT_LEAST[id]
    if value == INFINITE:
        return False
    if id in EXACTLY:
        return value == EXACTLY[id]
    return value <= AT_MOST[id] if id in AT_MOST else BAND[id][0] <= value <= BAND[id][1]


def missed_throughout(id, low, high):
    if id in AT_LEAST:
        return high < AT_LEAST[id]
    if id in AT_MOST:
        return low > AT_MOST[id]
    first, last = BAND.get(id, (EXACTLY.get(id),) * 2)
    return high < first or low > last


def over(top, bottom):
    return Fraction(top) / Fraction(bottom) if bottom else None


def figures(id, kind, c):
    """The figures of one measure from its counts `c`; `None` where there is no source for it."""
    if c is None:
        return dict.fromkeys(['numerator', 'denominator', 'unknown', 'value', 'low', 'high', 'interval', 'shortfall']) | {
            'status': 'no-data'}
    numerator, denominator, unknown, value, low, high, scope = bounds(kind, c)
    scale = SCALE.get(id, 100)
    shown = [None if bound is None else bound * scale for bound in (value, low, high)]
    base = c['d'] if kind == 'proportion' else c['a'] + c['b'] if kind == 'ratio' else 0
    if not scope and kind != 'count':
        status = 'not-applicable'
    elif base < MIN_N.get(id, 0):
        status = 'small-sample'
    elif shown[1] is None or shown[2] is None:
        status = 'undetermined'
    elif meets(id, shown[1]) and meets(id, shown[2]):
        status = 'pass'
    else:
        status = 'fail' if missed_throughout(id, shown[1], shown[2]) else 'undetermined'
    shown = [None if bound is None or bound == INFINITE else float(bound) for bound in shown]
    return {'status': status, 'numerator': number(numerator), 'denominator': number(denominator), 'unknown': unknown,
            'value': shown[0], 'low': shown[1], 'high': shown[2], 'interval': interval(id, kind, c, scale),
            'shortfall': shortfall(id, c) if kind == 'proportion' else None}


def bounds(kind, c):
    if kind == 'count':
        return c['n'], None, c['n?'], Fraction(c['n']), Fraction(c['n']), Fraction(c['n'] + c['n?']), True
    if kind == 'sum':
        value = over(c['X'], c['Y'])
        sure = value if not c['left'] else None
        return c['X'], c['Y'], c['left'], value, sure, sure, c['Y'] != 0 or c['left'] > 0
    if kind == 'proportion':
        n, d, u, xt, xf = (c[key] for key in ('n', 'd', 'u', 'xt', 'xf'))
        return n, d, u + c['x'], over(n, d), over(n, d + u + xf), over(n + u + xt, d + u + xt), d + u + xt + xf > 0
    a, b, more_a, more_b = c['a'], c['b'], c['a?'], c['b?']
    high = over(a + more_a, b) if b else INFINITE if a + more_a > 0 else None
    if c['unbounded']:
        low = Fraction(0)
    else:
        low = over(a, b + more_b) if b + more_b else INFINITE if a > 0 else Fraction(0) if a + more_a > 0 else None
    in_scope = a + more_a + b + more_b > 0 or c['unbounded']
    return a, b, c['unknown'], over(a, b), low, high, in_scope


def shortfall(id, c):
    base = c['d'] + c['u']
    if base == 0 or id in BAND:
        return None
    exact_zero = EXACTLY.get(id) == 0
    share = Fraction(AT_LEAST.get(id, EXACTLY.get(id, AT_MOST.get(id)))) / SCALE.get(id, 100)
    if id in AT_MOST or exact_zero:
        return max(0, ceil(Fraction(c['n']) - floor(share * base)))
    return max(0, ceil(ceil(share * base) - Fraction(c['n'])))


def interval(id, kind, c, scale):
    if id == '7a':
        if c['a'] + c['b'] == 0:
            return None
        low, high = wilson(c['a'], c['a'] + c['b'])
        return [100 * low / (1 - low), 100 * high / (1 - high)] if high < 1 and c['b'] else None
    if kind != 'proportion' or c['d'] == 0:
        return None
    return [scale * limit for limit in wilson(c['n'], c['d'])]


def wilson(n, d):
    n, d = float(n), float(d)
    share, square = n / d, Z * Z
    middle = (share + square / (2 * d)) / (1 + square / d)
    half = Z * sqrt(share * (1 - share) / d + square / (4 * d * d)) / (1 + square / d)
    return middle - half, middle + half


def number(value):
    if value is None:
        return None
    return int(value) if Fraction(value).denominator == 1 else float(value)


def worst(statuses):
    return min(statuses, key=STATUSES.index)
