import type { z } from 'zod';
import { indicatorIds, isMeasureId, measureIds, measures } from '../indicators/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import type { Words } from '../model/words.ts';
import { codeLists } from '../records/code-lists.ts';
import { columnsOf, type RegisterName, registerNames, registers } from '../records/registers.ts';
import { vocabulary } from '../records/vocabulary.ts';
import type { ConfigurationDocument } from './configuration-document.ts';
import { type Problem, unknownWord } from './configuration-problem.ts';
import { basedMeasures, configurationSchema, datedMeasures } from './configuration-schema.ts';
import type { ThresholdProblem } from './threshold.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly string[];

/** What the schema finds wrong with a document, in the words of the user's file. */
export function schemaProblems(issues: readonly Issue[], document: ConfigurationDocument): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem([...path, key], unknownKey(path, key), document));
    }
    return [problem(path, misfit(issue, path, valueAt(document.data, path)), document)];
  });
}

function problem(path: Path, words: Words, document: ConfigurationDocument): Problem {
  return { line: document.lineOf(path), words };
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key]; // an object with that own key
  }
  return value;
}

function unknownKey([section]: Path, key: string): Words {
  switch (section) {
    case undefined:
      return suggest(key, { zh: '配置项', en: 'configuration key' }, Object.keys(configurationSchema.shape));
    case 'columns':
      return unknownRegister(key);
    case 'words':
      return suggest(key, { zh: '代码表', en: 'code list' }, Object.keys(codeLists));
    default:
      return unknownMeasure(section, key);
  }
}

function unknownRegister(name: string): Words {
  const all = registerNames;
  const meant = vocabulary().registerOf(name) ?? nearest(name, all);
  return unknownWord(name, { zh: '登记册', en: 'register' }, { meant, all });
}

function unknownMeasure(section: string, id: string): Words {
  if (isMeasureId(id)) return section === 'windows' ? notDated(id) : notBased(id);
  if (indicatorIds.some((known) => known === id)) {
    const parts = measures.filter(({ indicator }) => indicator === id).map((measure) => measure.id);
    return {
      zh: `“${id}”是一项指标，请写它的分项：${parts.join('、')}`,
      en: `“${id}” is an indicator: name its measures, ${parts.join(', ')}`,
    };
  }
  return suggest(id, { zh: '指标', en: 'measure' }, measureIds);
}

function notDated(id: string): Words {
  const dated = datedMeasures.map((measure) => measure.id);
  return {
    zh: `指标 ${id} 按期末现状计算，没有统计窗口；有窗口的是 ${dated.join('、')}`,
    en: `measure ${id} counts the records as they stand and has no window; windows can be given for ${dated.join(', ')}`,
  };
}

function notBased(id: string): Words {
  const based = basedMeasures.map((measure) => measure.id);
  return {
    zh: `指标 ${id} 没有最小基数；可以设的是比例和 7a：${based.join('、')}`,
    en: `measure ${id} has no least base; shares and 7a have one: ${based.join(', ')}`,
  };
}

function suggest(word: string, what: Words, all: readonly string[]): Words {
  return unknownWord(word, what, { meant: nearest(word, all), all });
}

function misfit(issue: Issue, path: Path, given: unknown): Words {
  const [section, name = '', word] = path;
  if (issue.code === 'invalid_key') return { zh: '词不能是空的', en: 'a word cannot be empty' };
  // The schema puts a ThresholdProblem, and nothing else, into the issues of its own checks of thresholds.
  if (issue.code === 'custom' && section === 'thresholds') return badThreshold(path, issue.params as ThresholdProblem);
  const isWord = word !== undefined && (typeof given === 'string' || typeof given === 'number');
  if (section === 'columns' && isWord) return unknownColumn(name, String(given));
  if (section === 'words' && isWord) return unknownCode(name, String(given));
  const { zh, en } = expectation(path);
  const shown = given === undefined ? '' : JSON.stringify(given).slice(0, 60);
  return { zh: `“${path.join('.')}”应是${zh}，不能是 ${shown}`, en: `“${path.join('.')}” must be ${en}, not ${shown}` };
}

function badThreshold(path: Path, { reason, suggestion }: ThresholdProblem): Words {
  const meant =
    suggestion === null
      ? { zh: '', en: '' }
      : { zh: `，是不是“${suggestion}”？`, en: `: did you mean “${suggestion}”?` };
  return { zh: `“${path.join('.')}”：${reason.zh}${meant.zh}`, en: `“${path.join('.')}”: ${reason.en}${meant.en}` };
}

function unknownColumn(register: string, key: string): Words {
  const name = register as RegisterName; // the schema has refused every other key before it looks at the values
  const keys = Object.keys(columnsOf(name));
  const meant = vocabulary().keyOf(name, key) ?? nearest(key, keys);
  const { zh, en } = registers[name].title;
  return unknownWord(key, { zh: `“${zh}”的列`, en: `column of ${en}` }, { meant, all: keys });
}

function unknownCode(list: string, code: string): Words {
  const name = list as keyof typeof codeLists; // as for registers
  const known = Object.keys(codeLists[name]).filter((one) => one !== 'unknown');
  const read = vocabulary().codeOf(name, code);
  const meant = typeof read === 'string' ? read : nearest(code, known);
  return unknownWord(code, { zh: `“${list}”代码`, en: `code of ${list}` }, { meant, all: known });
}

const MAPPING: Words = { zh: '一组“键: 值”', en: 'a group of “key: value” lines' };

function expectation([section = '', name, word]: Path): Words {
  if (word !== undefined && section === 'columns') return { zh: '列的键', en: 'the key of a column' };
  if (word !== undefined && section === 'words') return { zh: '代码', en: 'a code' };
  if (section in whole) return whole[section as keyof typeof whole];
  if (name === undefined) return MAPPING;
  return section in parts ? parts[section as keyof typeof parts] : MAPPING;
}

const whole = {
  name: { zh: '文字', en: 'a text' },
  extends: { zh: '标准名称或文件', en: 'the name of a profile, or a file' },
  profile: { zh: '标准名称或文件', en: 'the name of a profile, or a file' },
  period: {
    zh: ' 2025-06、2025-Q2、2025-H1、2025 或 2025-06-30 之类',
    en: 'like 2025-06, 2025-Q2, 2025-H1, 2025 or 2025-06-30',
  },
  year_start: { zh: '每年都有的一天，写作“月-日”，如 "10-01"', en: 'a day that every year has, as month-day: "10-01"' },
} as const satisfies Readonly<Record<string, Words>>;

const parts = {
  thresholds: { zh: '带引号的文字，如 ">= 95%"；不考核写 off', en: 'a text in quotes such as ">= 95%", or off' },
  windows: { zh: ' year（年度）或 3y（三年）', en: 'year or 3y' },
  min_n: { zh: '不小于 0 的整数', en: 'a whole number, 0 or more' },
  columns: { zh: '一组“表头: 列”', en: 'a group of “header: column” lines' },
  words: { zh: '一组“词: 代码”', en: 'a group of “word: code” lines' },
  limits: { zh: '数字，如 200000 或 50M', en: 'a number such as 200000 or 50M' },
} as const satisfies Readonly<Record<string, Words>>;
