import { birthsOf } from './births.ts';
import { type RegisterForm, type RegisterKey, registerForms } from './columns.ts';
import { corrected } from './corrections.ts';
import { type Entry, entry, FIRST, LAST, lastDayOf, type Month, type Row, standing } from './entry.ts';
import { withFaults } from './faults.ts';
import { benefitsOf, fundingOf, staffOf } from './money.ts';
import { incidentsOf, migrantsOf, petitionsOf, reportsOf } from './office.ts';
import { followupsOf, proceduresOf } from './procedures.ts';
import { random } from './random.ts';
import { servicesOf } from './services.ts';
import { surveysOf } from './surveys.ts';
import { villages } from './villages.ts';
import { isMarried, isReproductive, womenOf } from './women.ts';

/** One register of the ledger: its form and its rows, by village. */
export interface Register {
  readonly form: RegisterForm;
  readonly rows: readonly Row[];
}

/** The registers of the made-up district as they stood at the end of a month. */
export function district(seed: number, month: Month): readonly Register[] {
  const history = historyOf(seed);
  return registerForms.map((form) => ({
    form,
    rows: byVillage(standing(withFaults(form.key, history[form.key]), lastDayOf(month))),
  }));
}

function historyOf(seed: number): Readonly<Record<RegisterKey, readonly Entry[]>> {
  const numbers = random(seed);
  const women = womenOf(numbers);
  const births = birthsOf(women, numbers);
  const procedures = proceduresOf(women, numbers);
  const history = {
    villages: villagesOf(women),
    women,
    births,
    procedures,
    followups: followupsOf(procedures, numbers),
    services: servicesOf(women, numbers),
    surveys: surveysOf(numbers),
    benefits: benefitsOf(numbers),
    migrants: migrantsOf(numbers),
    petitions: petitionsOf(numbers),
    incidents: incidentsOf(),
    reports: reportsOf(numbers),
    staff: staffOf(numbers),
    funding: fundingOf(numbers),
  };
  return { ...history, ...corrected(history, numbers) };
}

/** The reference counts come from elsewhere, so they exceed the register of women a little. One village has no informed choice yet. */
function villagesOf(women: readonly Entry[]): readonly Entry[] {
  return villages.map(({ code, name, town, population, women: size }) => {
    const married = standing(women, LAST).filter(
      (row) => row['village'] === name && isMarried(row) && isReproductive(row),
    ).length;
    return entry(FIRST, {
      code,
      name,
      town,
      population,
      married_women: Math.ceil(married * 1.004),
      planned_births: Math.round(size * 0.15),
      informed_choice: name === '云台村' ? '否' : '是',
      self_governance: '是',
    });
  });
}

/** Registers are kept village by village, in the order of the villages, whatever the order of events. */
function byVillage(rows: readonly Row[]): readonly Row[] {
  const order = new Map<unknown, number>(
    villages.flatMap(({ name, code }, index) => [[name, index] as const, [code, index] as const]),
  );
  const place = (row: Row) => order.get(row['village'] ?? row['code']) ?? order.size;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => place(a.row) - place(b.row) || a.index - b.index)
    .map(({ row }) => row);
}
