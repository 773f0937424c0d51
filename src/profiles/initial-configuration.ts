import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Language, Words } from '../model/words.ts';
import { builtInNames, builtInProfile, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { printThreshold } from './threshold.ts';

/**
 * A configuration to start from. It changes nothing as it stands: all but the profile is commented out.
 *
 * Words begin with `# `, lines to be used with `#` alone.
 */
export function initialConfiguration(language: Language): string {
  return `${[...head(language), ...thresholds(language), ...rest(language)].join('\n')}\n`;
}

function head(language: Language): readonly string[] {
  const note = comment(language);
  return [
    ...note({
      zh: 'fp-check 配置（YAML 1.2）。去掉行首的 # 即生效。',
      en: 'fp-check configuration (YAML 1.2). Delete the # that begins a line to use it.',
    }),
    '',
    ...note({ zh: `标准：${builtInNames.join('、')}，`, en: `The profile: ${builtInNames.join(', ')},` }),
    ...note({ zh: '或一个文件，如 ./our-town.yaml。', en: 'or a file such as ./our-town.yaml.' }),
    `profile: ${DEFAULT_PROFILE}`,
    '',
    ...note({ zh: '报告期；一般从文件名读出。', en: 'The period. It is usually read from the name of the file.' }),
    '#period: 2025-06',
    '',
    ...note({ zh: '统计年度的第一天，月-日。', en: 'The first day of the counting year, month-day.' }),
    '#year_start: "10-01"',
    '',
  ];
}

function thresholds(language: Language): readonly string[] {
  const note = comment(language);
  const lines = measures.map((measure) => [thresholdLine(measure), measure.name[language]] as const);
  const width = Math.max(...lines.map(([line]) => line.length));
  return [
    ...note({
      zh: '要求，须带单位（%、‰；7a、8c 和件数不带）；off 为不考核。所列为 district-17 的。',
      en: 'Thresholds with their units (%, ‰; none for 7a, 8c and numbers of events); off: no verdict. Shown: district-17.',
    }),
    'thresholds:',
    ...lines.map(([line, name]) => `${line.padEnd(width)}  # ${name}`),
    '',
  ];
}

function thresholdLine({ id, unit }: ListedMeasure): string {
  const { threshold } = builtInProfile(DEFAULT_PROFILE).measures[id];
  return `#  ${id}: ${threshold === null ? 'off' : JSON.stringify(printThreshold(threshold, unit))}`;
}

function rest(language: Language): readonly string[] {
  const note = comment(language);
  return [
    ...note({
      zh: '统计窗口：year（年度）或 3y（三年）。',
      en: 'Windows: year (the counting year) or 3y (three years).',
    }),
    'windows:',
    '#  1b: year',
    '',
    ...note({ zh: '下结论所需的最小基数。', en: 'The least base for a verdict.' }),
    'min_n:',
    '#  7a: 400',
    '#  8a: 30',
    '',
    ...note({ zh: '自己的表头：登记册、表头、列。', en: 'Own headers: the register, the header, the column.' }),
    'columns:',
    '#  births: { 落地日期: birth_date }',
    '',
    ...note({ zh: '自己的代码词：代码表、词、代码。', en: 'Own code words: the code list, the word, the code.' }),
    'words:',
    '#  method: { 皮埋术: implant }',
  ];
}

function comment(language: Language): (words: Words) => readonly string[] {
  return (words) => [`# ${words[language]}`];
}
