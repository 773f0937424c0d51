import { both } from './condition.ts';
import { proportion, ratio } from './measure.ts';
import { on } from './on.ts';

const birth = on('births');
const procedure = on('procedures');
const births = birth.within('birth_date');

// ±20 males per 100 females is the 95 % interval of a normal ratio at 400 births: below it a ratio says nothing.
const LEAST_BIRTHS = 400;

export const birthsToPlan = ratio({
  id: '1a',
  name: { zh: '人口计划完成', en: 'Births to births planned' },
  window: 'year',
  unit: '%',
  of: births,
  to: { total: 'planned_births' },
});

export const policyCompliant = proportion({
  id: '1b',
  name: { zh: '三年符合政策生育率', en: 'Births within policy, three years' },
  window: '3y',
  among: births,
  which: birth.is('policy', 'in'),
});

export const higherOrderOutside = proportion({
  id: '1c',
  name: { zh: '计划外多孩出生率', en: 'Third or later births outside policy' },
  window: '3y',
  among: births,
  which: both(birth.is('policy', 'out'), birth.atLeast('parity', 3)),
});

export const sexRatioAtBirth = ratio({
  id: '7a',
  name: { zh: '三年出生性别比', en: 'Sex ratio at birth, three years' },
  window: '3y',
  unit: 'per100',
  minN: LEAST_BIRTHS,
  of: both(births, birth.is('sex', 'male')),
  to: both(births, birth.is('sex', 'female')),
});

export const terminationsToBirths = ratio({
  id: '8c',
  name: { zh: '出生人流比', en: 'Terminations to births' },
  window: 'year',
  unit: 'ratio',
  of: both(procedure.is('kind', 'termination'), procedure.within('done_date')),
  to: births,
});
