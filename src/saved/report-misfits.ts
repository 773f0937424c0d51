import type { z } from 'zod';
import type { Words } from '../model/words.ts';

type Issue = z.core.$ZodIssue;

const NAMED = 3;

/** What does not fit, and where: the first few places in words. */
export function misfits(issues: readonly Issue[], data: unknown): Words {
  const named = issues.slice(0, NAMED).map((issue) => misfit(issue, data));
  const more = issues.length - named.length;
  return {
    zh: named.map(({ zh }) => zh).join('；') + (more > 0 ? `；另有 ${more} 处` : ''),
    en: named.map(({ en }) => en).join('; ') + (more > 0 ? `; and ${more} more` : ''),
  };
}

function misfit(issue: Issue, data: unknown): Words {
  const place = placeText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const key = [place, issue.keys[0] ?? ''].join('.');
    return { zh: `${key} 是没有见过的键`, en: `${key} is a key that is not known` };
  }
  const given = valueAt(data, issue.path);
  if (given === undefined) return { zh: `缺少 ${place}`, en: `${place} is missing` };
  const [found, expected] = [shown(given), expectation(issue)];
  return { zh: `${place} 应为${expected.zh}，不能是 ${found}`, en: `${place} must be ${expected.en}, not ${found}` };
}

/** `areas[3].measures.1b.value`, as a person would write it. */
function placeText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text === '' ? 'JSON' : text.replace(/^\./, '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key]; // an object with that own key
  }
  return value;
}

/** A value cut short; what is larger than a line only by its kind. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : JSON.stringify(value).slice(0, 40);
}

const kinds: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字或 null', en: 'a number or null' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '两个数字的列表', en: 'a list of two numbers' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};

function expectation(issue: Issue): Words {
  if (issue.code === 'invalid_value') {
    const words = issue.values.map((value) => `“${String(value)}”`);
    return { zh: `${words.join('、')}之一`, en: `one of ${words.join(', ')}` };
  }
  if (issue.code === 'too_small') return { zh: '不小于 0 的整数', en: 'a whole number, 0 or more' };
  if (issue.code === 'invalid_format') return { zh: '写作 2025-06-30 的日期', en: 'a day written as 2025-06-30' };
  const kind = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
  return kind ?? { zh: '别的内容', en: 'something else' };
}
