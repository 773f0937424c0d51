"""The records of a run, by area: villages resolved, duplicates left out, counts added up."""

from collections import Counter, defaultdict

from cells import EMPTY
from measures import MEASURES, among, known, within

NOT_STATED = '(未注明)'


class Found:
    """The counts of one measure by area; none at all where no ledger has a source for it."""

    def __init__(self, kind, by_area):
        self.kind, self.by_area = kind, by_area

    def of(self, area):
        return None if self.by_area is None else blank(self.kind) | dict(self.by_area.get(area, {}))

    def whole(self):
        if self.by_area is None:
            return None
        sums = Counter()
        for counts in self.by_area.values():
            sums.update(counts)
        return blank(self.kind) | dict(sums)


def blank(kind):
    keys = {'proportion': ['n', 'd', 'u', 'xt', 'xf', 'x'], 'count': ['n', 'n?'], 'sum': ['X', 'Y', 'left'],
            'ratio': ['a', 'b', 'a?', 'b?', 'unknown', 'unbounded']}
    return dict.fromkeys(keys[kind], 0)


class Run:
    def __init__(self, ledgers):
        self.ledgers = ledgers
        self.names = {}
        give_codes(ledgers)
        self.villages = merged_villages(ledgers)
        for ledger in ledgers:
            ledger['areas'] = index(ledger.get('villages', {'rows': []})['rows'])
        self.all = index([row for ledger in ledgers for row in ledger.get('villages', {'rows': []})['rows']])
        self.resolve()

    def resolve(self):
        seen, self.known_areas = set(), {}
        for ledger in self.ledgers:
            for register, part in ledger.items():
                if register == 'areas':
                    continue
                kept = []
                for row in part['rows']:
                    row['area'] = village_key(row) if register == 'villages' else self.area_of(row, ledger)
                    self.known_areas.setdefault(row['area'])
                    mark = (register, row['area'], row.get('id'))
                    if known(row.get('id')) and mark in seen:
                        continue
                    seen.add(mark)
                    kept.append(row)
                part['filled'], part['rows'] = bool(part['rows']), kept

    def area_of(self, row, ledger):
        written = row['village_written']
        if not known(written):
            own = ledger['areas']['keys']
            return own[0] if len(own) == 1 else NOT_STATED
        for known_here in (ledger['areas'], self.all):
            if written in known_here['codes']:
                return written
            named = known_here['names'].get(written)
            if named:
                return next(iter(named)) if len(named) == 1 else NOT_STATED
        return written

    def areas(self):
        return sorted(self.known_areas, key=lambda key: (self.code_of(key) or '￿', self.name_of(key)))

    def code_of(self, key):
        return key if key in self.all['codes'] else None

    def name_of(self, key):
        return self.all['codes'].get(key) or key

    def measure(self, id, at):
        kind, measure = MEASURES[id]['type'], MEASURES[id]
        by_area = defaultdict(Counter)
        sources = [ledger for ledger in self.ledgers if not self.from_counts(id, ledger)]
        counted = self.add_counts(id, by_area)
        if kind == 'ratio':
            return Found('ratio', by_area if self.add_ratio(measure, (sources, at), by_area, counted) else None)
        usable = [ledger for ledger in sources if has(ledger, measure['register'], measure['optional'])]
        rows = [row for ledger in usable for row in ledger[measure['register']]['rows']]
        if measure['register'] == 'villages':
            rows = [row for row in self.villages if any(row['area'] == other['area'] for other in rows)]
        kind = 'proportion' if kind == 'persons' else kind
        if not usable and not counted:
            return Found(kind, None)
        for area, counts in contributions(measure, rows, at):
            by_area[area].update(counts)
        return Found(kind, by_area)

    def add_ratio(self, measure, given, by_area, counted):
        sources, at = given
        register, condition = measure['top']
        tops = [ledger for ledger in sources if has(ledger, register, ())]
        if measure['reference']:
            bottoms = [ledger for ledger in sources if has(ledger, 'villages', (measure['reference'],))]
            with_villages = [row for ledger in sources for row in ledger.get('villages', {'rows': []})['rows']]
            reference = {}
            for row in with_villages:
                value = row.get(measure['reference'], EMPTY)
                if value is not EMPTY and row['area'] != NOT_STATED:
                    reference.setdefault(row['area'], value)
            reference = {area: value for area, value in reference.items() if known(value)}
        else:
            bottoms = [ledger for ledger in sources if has(ledger, measure['bottom'][0], ())]
            reference = None
        if not counted and not (tops and bottoms):
            return False
        rows = [(row, condition(row, at)) for ledger in tops for row in ledger[register]['rows']]
        if reference is None:
            self.add_sides((measure, at), (rows, bottoms), by_area)
            return True
        for area, amount in reference.items():
            by_area[area].update({'b': amount})
        for row, truth in rows:
            if truth is not False:
                sure = truth and row['area'] in reference
                counts = {'a': 1} if sure else {'a?': 1, 'unknown': 1}
                if row['area'] not in reference:
                    counts['unbounded'] = 1
                by_area[row['area']].update(counts)
        return True

    def add_sides(self, judged, sides, by_area):
        (measure, at), (rows, bottoms) = judged, sides
        register, condition = measure['bottom']
        unsure = {}
        for row, truth in rows:
            by_area[row['area']].update({'a': 1} if truth else {'a?': 1} if truth is None else {})
            if truth is None:
                unsure[id(row)] = row
        for row in [row for ledger in bottoms for row in ledger[register]['rows']]:
            truth = condition(row, at)
            by_area[row['area']].update({'b': 1} if truth else {'b?': 1} if truth is None else {})
            if truth is None:
                unsure[id(row)] = row
        for row in unsure.values():
            by_area[row['area']].update({'unknown': 1})

    def from_counts(self, id, ledger):
        """Whether this ledger's `counts` stand for the measure: its records cannot give it, and a row does."""
        measure = MEASURES[id]
        if measure['type'] == 'ratio':
            reads = [(measure['top'][0], ()), (measure['bottom'][0], (measure['reference'],) if measure['reference'] else ())]
        else:
            reads = [(measure['register'], measure['optional'])]
        if all(has(ledger, register, optional) and ledger[register]['filled'] for register, optional in reads):
            return False
        return bool(count_rows(id, ledger))

    def add_counts(self, id, by_area):
        kind, used = MEASURES[id]['type'], False
        top, bottom = {'ratio': ('a', 'b'), 'sum': ('X', 'Y'), 'count': ('n', None)}.get(kind, ('n', 'd'))
        for ledger in self.ledgers:
            if self.from_counts(id, ledger):
                used = True
                for row in count_rows(id, ledger):
                    by_area[row['area']].update({top: row['numerator']} | ({bottom: row['denominator']} if bottom else {}))
        return used


def contributions(measure, rows, at):
    if measure['type'] == 'persons':
        return [(row['area'], proportion_counts(scope, truth)) for row, scope, truth in persons(rows, at)]
    if measure['type'] == 'proportion':
        return [(row['area'], proportion_counts(measure['scope'](row, at), measure['test'](row, at))) for row in rows]
    if measure['type'] == 'count':
        return [(row['area'], {True: {'n': 1}, None: {'n?': 1}, False: {}}[measure['scope'](row, at)]) for row in rows]
    return [(row['area'], sum_counts(measure['scope'](row, at), measure['amounts'](row))) for row in rows]


def proportion_counts(scope, truth):
    if scope is False:
        return {}
    if scope:
        return {'d': 1, 'n': int(truth)} if truth is not None else {'u': 1}
    return {'x': 1, 'xt': int(truth is not False), 'xf': int(truth is not True)}


def sum_counts(scope, amounts):
    if scope is False:
        return {}
    return {'left': 1} if scope is None or amounts is None else {'X': amounts[0], 'Y': amounts[1]}


def persons(rows, at):
    groups = {}
    for number, row in enumerate(rows):
        person = row.get('person_id', EMPTY)
        groups.setdefault((row['area'], person) if known(person) else number, []).append(row)
    for group in groups.values():
        scopes = [within(row['date'], at.window) for row in group]
        sexes = [row['sex'] for row in group if known(row['sex'])]
        scope = True if True in scopes else None if None in scopes else False
        yield group[0], scope, among(sexes[0], 'male') if sexes else None


def has(ledger, register, optional):
    return register in ledger and all(key in ledger[register]['columns'] for key in optional)


def count_rows(id, ledger):
    rows = [row for row in ledger.get('counts', {'rows': []})['rows'] if valid_count(row)]
    if id not in ('8b', '9a'):
        return [row for row in rows if row['measure'].lower() == id]
    timely = [row for row in rows if row['measure'].lower() == '9a']
    given = {row['area'] for row in timely}
    return timely + [row for row in rows if row['measure'].lower() == '8b' and row['area'] not in given]


def valid_count(row):
    id = row['measure'].lower() if known(row['measure']) else None
    if id not in MEASURES or not known(row['numerator']):
        return False
    if MEASURES[id]['type'] == 'count':
        return True
    if not known(row.get('denominator', EMPTY)):
        return False
    return MEASURES[id]['type'] not in ('proportion', 'persons') or row['numerator'] <= row['denominator']


def village_key(row):
    return row['code'] if known(row['code']) else row['name'] if known(row['name']) else NOT_STATED


def index(rows):
    codes, names, keys = {}, defaultdict(set), []
    for row in rows:
        key = village_key(row)
        if key not in keys:
            keys.append(key)
        if known(row['code']):
            codes[row['code']] = codes.get(row['code']) or (row['name'] if known(row['name']) else None)
        if known(row['name']):
            names[row['name']].add(key)
    return {'codes': codes, 'names': names, 'keys': keys}


def give_codes(ledgers):
    """A village that a ledger lists by its name alone has the code that others give the only village of that name."""
    rows = [(number, row) for number, ledger in enumerate(ledgers) for row in ledger.get('villages', {'rows': []})['rows']]
    bare = defaultdict(list)
    for number, row in rows:
        if known(row['name']) and not known(row['code']):
            bare[row['name']].append((number, row))
    for name, listed in bare.items():
        codes = {row['code'] for _, row in rows if known(row['code']) and row['name'] == name}
        lists_code = {number for number, row in rows if known(row['code']) and row['code'] in codes}
        if len(codes) == 1 and not lists_code & {number for number, _ in listed}:
            for _, row in listed:
                row['code'] = next(iter(codes))


def merged_villages(ledgers):
    """One row a village: the first, its empty cells filled from later ones."""
    villages = {}
    for row in [row for ledger in ledgers for row in ledger.get('villages', {'rows': []})['rows']]:
        key = village_key(row)
        kept = villages.setdefault(id(row) if key == NOT_STATED else key, dict(row, area=key))
        for column, value in row.items():
            if kept.get(column, EMPTY) is EMPTY:
                kept[column] = value
    return list(villages.values())

