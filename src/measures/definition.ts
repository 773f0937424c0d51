import type { Words } from '../model/words.ts';
import { registers } from '../records/registers.ts';
import type { Condition } from './condition.ts';
import type { Measure } from './measure.ts';

/** A measure in words, built from the very conditions that count. */
export function definitionOf(measure: Measure): Words {
  switch (measure.type) {
    case 'proportion': {
      const unit =
        measure.per === null
          ? { zh: '记录', en: 'records' }
          : { zh: '人（同村同号算一人）', en: 'persons (one village and id is one)' };
      return {
        zh: `分母：${named(measure.among).zh}的${unit.zh}；分子：其中${measure.which.words.zh}的`,
        en: `denominator: ${unit.en} of ${named(measure.among).en}; numerator: those where ${measure.which.words.en}`,
      };
    }
    case 'ratio': {
      const below = 'total' in measure.to ? totalOf(measure.to.total) : countOf(measure.to);
      const above = countOf(measure.of);
      return { zh: `${above.zh}，比${below.zh}`, en: `${above.en} to ${below.en}` };
    }
    case 'sum': {
      const { zh, en } = named(measure.among);
      const left =
        measure.except === null
          ? { zh: '', en: '' }
          : { zh: `（${measure.except.words.zh}的除外）`, en: `, without those where ${measure.except.words.en}` };
      return {
        zh: `${zh}的记录，${measure.of.words.zh}之和，比${measure.to.words.zh}之和${left.zh}`,
        en: `of ${en}: the sum of ${measure.of.words.en} to the sum of ${measure.to.words.en}${left.en}`,
      };
    }
    case 'count':
      return countOf(measure.among);
  }
}

function countOf(condition: Condition): Words {
  const { zh, en } = named(condition);
  return { zh: `${zh}的记录数`, en: `the number of ${en}` };
}

function named({ register, words, reads }: Condition): Words {
  const { zh, en } = registers[register].title;
  if (reads.length === 0) return { zh: `“${zh}”中`, en: `${en}` };
  return { zh: `“${zh}”中${words.zh}`, en: `${en} where ${words.en}` };
}

function totalOf(field: 'planned_births' | 'married_women' | 'population'): Words {
  const { header } = registers.villages.columns[field];
  return {
    zh: `“${registers.villages.title.zh}”的${header}之和`,
    en: `the sum of ${field.replaceAll('_', ' ')} in villages`,
  };
}
