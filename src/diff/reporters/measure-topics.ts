import type { Unit } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { NONE } from '../../reporters/figures.ts';
import { statusWords } from '../../reporters/labels.ts';
import type { Amount, Change, Difference, Factor } from '../difference.ts';
import { factors } from '../difference.ts';
import { isMoved } from '../moved.ts';
import { factorHeads, numberText, unitText } from '../wording.ts';
import { areaNamer } from './place-text.ts';
import { type Cell, type Column, left, leftOut, right, type TopicMaker } from './topic.ts';

/** Statuses that changed, worse first. */
export const flipsTopic: TopicMaker = ({ flips }) => ({
  title: { zh: '结论的变化', en: 'Statuses that changed' },
  columns: [left('', ''), left('指标', 'Measure'), left('名称', 'Name'), left('此前', 'Before'), left('现在', 'After')],
  rows: flips.map(({ direction, of, id, names, before, after }) => [
    direction === 'worse' ? { zh: '变差', en: 'worse' } : { zh: '变好', en: 'better' },
    of === 'indicator' ? { zh: `第 ${id} 项`, en: `indicator ${id}` } : id,
    names,
    statusWords[before],
    statusWords[after],
  ]),
  remarks: [],
});

/** Before, after and change of each measure, and the parts that the change is made of. */
export const measuresTopic: TopicMaker = ({ indicators }, { isVerbose }) => {
  const all = indicators.flatMap(({ measures }) => measures);
  const told = isVerbose ? all : all.filter(isMoved);
  const shown = factorsIn(told);
  return {
    title: { zh: '数值的变化，以及由什么而来', en: 'What moved, and by what' },
    columns: [
      left('指标', 'Measure'),
      left('名称', 'Name'),
      right('此前', 'Before'),
      right('现在', 'After'),
      right('变化', 'Change'),
      ...shown.map(factorColumn),
      leftOut('soon', right('分子', 'Numerator')),
      leftOut('soon', right('分母', 'Denominator')),
    ],
    rows: told.map((measure) => [
      measure.id,
      measure.names,
      valueText(measure, measure.unit, 'before'),
      valueText(measure, measure.unit, 'after'),
      amountText(measure.change.value),
      ...shown.map((factor) => amountText(measure.parts[factor].value)),
      turnText(measure, 'numerator'),
      turnText(measure, 'denominator'),
    ]),
    remarks: told.some(isUnsplit)
      ? [
          {
            zh: `“${NONE}”：其间有的状态没有数值（0/0），数值的变化分不开；分子、分母的仍可分，见 JSON。`,
            en: `“${NONE}”: a state between has no value (0/0), so that the change of the value cannot be split; those of numerator and denominator can, see the JSON.`,
          },
        ]
      : [],
  };
};

/** The main cause for each indicator in which anything moved, as a sentence. */
export function causeTexts(
  { indicators }: Difference,
  isVerbose: boolean,
): readonly { readonly id: string; readonly names: Words; readonly words: Words }[] {
  return indicators
    .filter(({ measures }) => isVerbose || measures.some(isMoved))
    .map(({ id, names, causes }) => ({ id, names, words: causes }));
}

/** The same village by village. */
export const villagesTopic: TopicMaker = (difference) => {
  const { areas, indicators } = difference;
  const areaText = areaNamer(difference);
  const measures = new Map(
    indicators.flatMap((indicator) => indicator.measures.map((measure) => [measure.id, measure])),
  );
  const rows = areas.flatMap((area) =>
    Object.entries(area.measures).map(([id, change]) => ({ area, id, change, measure: measures.get(id) })),
  );
  const shown = factorsIn(rows.map(({ change }) => change));
  return {
    title: { zh: '各村的变化', en: 'Villages' },
    columns: [
      left('村', 'Village'),
      left('指标', 'Measure'),
      right('此前', 'Before'),
      right('现在', 'After'),
      right('变化', 'Change'),
      ...shown.map(factorColumn),
      left('结论', 'Status'),
    ],
    rows: rows.map(({ area, id, change, measure }): readonly Cell[] => [
      areaText(area),
      id,
      valueText(change, measure?.unit, 'before'),
      valueText(change, measure?.unit, 'after'),
      amountText(change.change.value),
      ...shown.map((factor) => amountText(change.parts[factor].value)),
      statusTurn(change),
    ]),
    remarks: [],
  };
};

function isUnsplit({ change, parts }: Change): boolean {
  return change.value !== null && parts.entered.value === null;
}

/** The factors that have a part in any of some changes. */
function factorsIn(changes: readonly Change[]): readonly Factor[] {
  return factors.filter((factor) => changes.some(({ parts }) => (parts[factor].value?.number ?? 0) !== 0));
}

function factorColumn(factor: Factor): Column {
  const { zh, en } = factorHeads[factor];
  return leftOut('late', right(zh, en));
}

function valueText({ shown }: Change, unit: Unit | undefined, side: 'before' | 'after'): string {
  return shown[side] === null || unit === undefined ? NONE : shown[side] + unitText(unit);
}

function amountText(amount: Amount | null): string {
  return amount === null ? NONE : numberText(amount.number);
}

function turnText({ before, after }: Change, of: 'numerator' | 'denominator'): string {
  const [from, to] = [before[of], after[of]];
  if (from === null && to === null) return NONE;
  if (from?.number === to?.number) return `${to?.number}`;
  return `${from?.number ?? NONE} > ${to?.number ?? NONE}`;
}

function statusTurn({ before, after }: Change): Words {
  const [from, to] = [statusWords[before.status], statusWords[after.status]];
  return before.status === after.status ? to : { zh: `${from.zh} > ${to.zh}`, en: `${from.en} > ${to.en}` };
}
