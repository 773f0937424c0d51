import { indicators } from '../indicators/indicators.ts';
import type { Language, Words } from '../model/words.ts';
import {
  type CodeExplanation,
  diagnosticCodes,
  type Explanation,
  explainCode,
  type IndicatorExplanation,
  type MeasureExplanation,
} from './explanation.ts';
import {
  indicatorRule,
  labels,
  leastBaseWords,
  severities,
  shortWindows,
  valueWords,
  windowWords,
} from './explanation-labels.ts';

/** An explanation for a terminal: lines without a break of their own, so that whoever prints them can wrap. */
export function explanationText(explanation: Explanation, language: Language): string {
  return `${linesOf(explanation, language).join('\n')}\n`;
}

/** All that can be explained, a line each. */
export function overviewText(language: Language): string {
  const ofIndicators = indicators.flatMap(({ id, name, measures }) => [
    `${id}  ${name[language]}`,
    ...measures.map((measure) => `    ${measure.id.padEnd(4)} ${measure.name[language]}`),
  ]);
  const width = Math.max(...diagnosticCodes.map((code) => code.length));
  const ofCodes = diagnosticCodes.map((code) => {
    const { severity, message } = explainCode(code);
    return `${code.padEnd(width)}  ${severities[severity][language]}  ${message[language]}`;
  });
  return `${[...ofIndicators, '', labels.codes[language], ...ofCodes].join('\n')}\n`;
}

function linesOf(explanation: Explanation, language: Language): readonly string[] {
  switch (explanation.kind) {
    case 'measure':
      return measureLines(explanation, language);
    case 'indicator':
      return indicatorLines(explanation, language);
    case 'code':
      return codeLines(explanation, language);
  }
}

function indicatorLines({ id, name, measures }: IndicatorExplanation, language: Language): readonly string[] {
  return [
    `${labels.indicator[language]} ${id}  ${name[language]}`,
    indicatorRule(language),
    ...measures.flatMap((measure) => ['', ...measureLines(measure, language)]),
  ];
}

function measureLines(measure: MeasureExplanation, language: Language): readonly string[] {
  const paragraph = (label: Words, texts: readonly Words[]) =>
    texts.length === 1
      ? [`${label[language]}${colon(language)}${texts[0]?.[language]}`]
      : [`${label[language]}${colon(language)}`.trimEnd(), ...texts.map((text) => `  - ${text[language]}`)];
  return [
    `${measure.id}  ${measure.name[language]}${sameAs(measure, language)}`,
    ...paragraph(labels.definition, [measure.definition]),
    ...paragraph(labels.value, [valueWords(measure)]),
    ...paragraph(labels.window, [windowWords[measure.window]]),
    ...(measure.minN === 0 ? [] : paragraph(labels.leastBase, [leastBaseWords(measure.minN)])),
    ...paragraph(labels.unknown, measure.unknown),
    `${labels.required[language]}${colon(language)}`.trimEnd(),
    ...requirementLines(measure, language),
    ...paragraph(labels.example, [measure.example]),
    ...paragraph(labels.mend, measure.mend),
  ];
}

function sameAs({ sameAs: other }: MeasureExplanation, language: Language): string {
  if (other === null) return '';
  return language === 'zh' ? `（即 ${other}，列了两次）` : ` (${other}, shown twice)`;
}

function requirementLines({ requirements, window: own }: MeasureExplanation, language: Language): readonly string[] {
  const name = Math.max(...requirements.map(({ profile }) => profile.length));
  const text = Math.max(...requirements.map(({ threshold }) => threshold?.length ?? 0));
  return requirements.map(({ profile, threshold, window, source }) => {
    const other = window === own ? '' : `  [${shortWindows[window][language]}]`;
    return `  ${profile.padEnd(name)}  ${(threshold ?? 'off').padEnd(text)}${other}  ${source[language]}`;
  });
}

function codeLines({ code, severity, message, example, mend }: CodeExplanation, language: Language): readonly string[] {
  return [
    `${code}  ${severities[severity][language]}`,
    `${labels.message[language]}${colon(language)}${message[language]}`,
    `${labels.example[language]}${colon(language)}${example[language]}`,
    `${labels.mend[language]}${colon(language)}${mend[language]}`,
  ];
}

function colon(language: Language): string {
  return language === 'zh' ? '：' : ': ';
}
