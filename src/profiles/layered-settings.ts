import { measureOf, twinOf } from '../indicators/catalogue.ts';
import type { MeasureId } from '../indicators/indicators.ts';
import type { Words } from '../model/words.ts';
import type { OwnWords } from '../records/vocabulary.ts';
import type { Configuration } from './configuration-schema.ts';
import type { Layer } from './layer.ts';
import { forEachMeasure, type MeasureSettings, type Profile, type YearStart } from './profile.ts';
import type { Settings } from './settings.ts';
import { parseThreshold, type Threshold } from './threshold.ts';

/** The settings of one file on top of those it builds on: what it says wins, the rest stands. */
export function layered(base: Settings, layer: Layer, name: string): Settings {
  const { configuration } = layer;
  return {
    profile: layeredProfile(base.profile, layer, name),
    own: layeredWords(base.own, configuration),
    period: configuration.period === undefined ? base.period : String(configuration.period),
    limits: { ...base.limits, ...limitsOf(configuration) },
  };
}

function layeredProfile(base: Profile, { file, configuration }: Layer, name: string): Profile {
  const source: Words = { zh: `配置“${file.name}”`, en: `configuration “${file.name}”` };
  return {
    name,
    title: name === base.name ? base.title : titleOf(name, base),
    measures: forEachMeasure((id) => layeredMeasure(id, base.measures[id], { configuration, source })),
    yearStart: yearStartOf(configuration) ?? base.yearStart,
  };
}

function titleOf(name: string, { title }: Profile): Words {
  return { zh: `${name}（依据：${title.zh}）`, en: `${name} (after: ${title.en})` };
}

interface Given {
  readonly configuration: Configuration;
  readonly source: Words;
}

function layeredMeasure(id: MeasureId, base: MeasureSettings, { configuration, source }: Given): MeasureSettings {
  const { thresholds, windows, min_n: minima } = configuration;
  const threshold = thresholds?.[id];
  return {
    ...(threshold === undefined
      ? { threshold: base.threshold, source: base.source }
      : { threshold: thresholdOf(threshold, id), source }),
    window: windows?.[id] ?? windows?.[twinOf(id) ?? id] ?? base.window,
    minN: minima?.[id] ?? base.minN,
  };
}

function thresholdOf(text: string, id: MeasureId): Threshold | null {
  const threshold = parseThreshold(text, measureOf(id).unit);
  if (threshold === 'off') return null;
  if (threshold.kind === 'problem') throw new Error(`The schema let “${text}” pass for ${id}.`);
  return threshold;
}

function yearStartOf({ year_start: text }: Configuration): YearStart | undefined {
  if (text === undefined) return undefined;
  const [month = 1, date = 1] = text.split('-').map(Number);
  return { month, date };
}

function layeredWords(base: OwnWords, { columns, words }: Configuration): OwnWords {
  // The schema admits no other register, list, column or code than there are.
  return {
    columns: merged(base.columns, columns) as OwnWords['columns'],
    words: merged(base.words, words) as OwnWords['words'],
  };
}

type Groups = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

function merged(base: Groups, added: Groups = {}): Groups {
  const names = [...new Set([...Object.keys(base), ...Object.keys(added)])];
  return Object.fromEntries(names.map((name) => [name, { ...base[name], ...added[name] }]));
}

function limitsOf({ limits = {} }: Configuration): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value).replace(' ', '')]));
}
