import { indicatorIds } from '../indicators/catalogue.ts';
import type { Language, Words } from '../model/words.ts';
import {
  diagnosticCodes,
  explainCode,
  explainIndicator,
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

/** All explanations as one Markdown page: made from the declarations that count, so it cannot tell another story. */
export function codebook(language: Language): string {
  const page = [
    `# ${labels.codebook[language]}`,
    indicatorRule(language),
    ...indicatorIds.flatMap((id) => indicatorSection(explainIndicator(id), language)),
    `## ${labels.codes[language]}`,
    codeTable(language),
  ];
  return `${page.join('\n\n')}\n`;
}

function indicatorSection({ id, name, measures }: IndicatorExplanation, language: Language): readonly string[] {
  return [
    `## ${labels.indicator[language]} ${id} · ${name[language]}`,
    ...measures.flatMap((measure) => measureSection(measure, language)),
  ];
}

function measureSection(measure: MeasureExplanation, language: Language): readonly string[] {
  const heading = `### ${measure.id} ${measure.name[language]}`;
  if (measure.sameAs !== null) {
    const note = { zh: `即 ${measure.sameAs}，列了两次。`, en: `The same as ${measure.sameAs}, shown twice.` };
    return [heading, note[language], requirementTable(measure, language)];
  }
  const items = [
    ...item(labels.definition, [measure.definition], language),
    ...item(labels.value, [valueWords(measure)], language),
    ...item(labels.window, [windowWords[measure.window]], language),
    ...(measure.minN === 0 ? [] : item(labels.leastBase, [leastBaseWords(measure.minN)], language)),
    ...item(labels.unknown, measure.unknown, language),
    ...item(labels.example, [measure.example], language),
    ...item(labels.mend, measure.mend, language),
  ];
  return [heading, items.join('\n'), requirementTable(measure, language)];
}

function item(label: Words, texts: readonly Words[], language: Language): readonly string[] {
  const colon = language === 'zh' ? '：' : ':';
  const [first] = texts;
  if (texts.length === 1 && first) return [`- **${label[language]}**${colon} ${escaped(first[language])}`];
  return [`- **${label[language]}**${colon}`, ...texts.map((text) => `  - ${escaped(text[language])}`)];
}

function requirementTable({ requirements }: MeasureExplanation, language: Language): string {
  const rows = requirements.map(({ profile, threshold, window, source }) => [
    profile,
    threshold ?? labels.off[language],
    shortWindows[window][language],
    source[language],
  ]);
  return table([labels.profile, labels.required, labels.window, labels.source], rows, language);
}

function codeTable(language: Language): string {
  const rows = diagnosticCodes.map((code) => {
    const { severity, message, example, mend } = explainCode(code);
    return [`\`${code}\``, severities[severity][language], message[language], example[language], mend[language]];
  });
  return table([labels.code, labels.severity, labels.message, labels.example, labels.mend], rows, language);
}

function table(head: readonly Words[], rows: readonly (readonly string[])[], language: Language): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head.map((words) => words[language])), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Words as Markdown that shows them as they are: a bar would end a cell, `<` begin a tag. */
function escaped(text: string): string {
  return text.replace(/[|<>*\\[\]_]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
}
