"""Counts -> figures and status, on exact fractions."""

from fractions import Fraction
from math import ceil, floor, sqrt

Z = 1.959963984540054
SCALE = {'9e': 1000, '8c': 1, '7b': 1, '9d': 1, '13a': 1, '13c': 1}
INFINITE = float('inf')

STATUSES = ['fail', 'undetermined', 'no-data', 'pass', 'small-sample', 'not-applicable', 'off']


def meets(threshold, value):
    sign, *numbers = threshold
    if sign == '>=':
        return value >= numbers[0]
    if value == INFINITE:
        return False
    return value <= numbers[0] if sign == '<=' else numbers[0] <= value <= numbers[-1]


def missed_throughout(threshold, low, high):
    sign, *numbers = threshold
    if sign == '>=':
        return high < numbers[0]
    if sign == '<=':
        return low > numbers[0]
    return high < numbers[0] or low > numbers[-1]


def over(top, bottom):
    return Fraction(top) / Fraction(bottom) if bottom else None


def figures(id, kind, c, terms):
    """The figures of one measure from its counts `c`; `None` where there is no source for it."""
    threshold = terms.thresholds[id]
    if c is None:
        return dict.fromkeys(['numerator', 'denominator', 'unknown', 'value', 'low', 'high', 'interval', 'shortfall']) | {
            'status': 'no-data' if threshold else 'off'}
    numerator, denominator, unknown, value, low, high, scope = bounds(kind, c)
    scale = SCALE.get(id, 100)
    shown = [None if bound is None else bound * scale for bound in (value, low, high)]
    base = c['d'] if kind == 'proportion' else c['a'] + c['b'] if kind == 'ratio' else 0
    if not threshold:
        status = 'off'
    elif not scope and kind != 'count':
        status = 'not-applicable'
    elif base < terms.min_n.get(id, 0):
        status = 'small-sample'
    else:
        status = verdict(threshold, *shown[1:])
    shown = [None if bound is None or bound == INFINITE else float(bound) for bound in shown]
    return {'status': status, 'numerator': number(numerator), 'denominator': number(denominator), 'unknown': unknown,
            'value': shown[0], 'low': shown[1], 'high': shown[2], 'interval': interval(id, kind, c, scale),
            'shortfall': shortfall(threshold, scale, c) if kind == 'proportion' and threshold else None}


def verdict(threshold, low, high):
    if low is None or high is None:
        return 'undetermined'
    if meets(threshold, low) and meets(threshold, high):
        return 'pass'
    return 'fail' if missed_throughout(threshold, low, high) else 'undetermined'


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


def shortfall(threshold, scale, c):
    sign, wanted = threshold[0], threshold[1] / scale
    base = c['d'] + c['u']
    if base == 0 or sign == '..' or (sign == '=' and wanted not in (0, 1)):
        return None
    if sign == '<=' or (sign == '=' and wanted == 0):
        return max(0, ceil(Fraction(c['n']) - floor(wanted * base)))
    return max(0, ceil(ceil(wanted * base) - Fraction(c['n'])))


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
