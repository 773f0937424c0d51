import { measures } from '../indicators/catalogue.ts';
import { nearest } from '../model/nearest.ts';
import type { Words } from '../model/words.ts';
import { normaliseWord } from '../records/normalise.ts';
import { type ConfigurationDocument, readDocument } from './configuration-document.ts';
import { type Problem, refusal, unknownWord } from './configuration-problem.ts';
import { type Configuration, configurationSchema } from './configuration-schema.ts';
import { schemaProblems } from './schema-problems.ts';

/** A file of settings. */
export interface ConfigurationFile {
  /** Tells one file from another, however it was named. */
  readonly path: string;
  /** The name that is shown: never an absolute path. */
  readonly name: string;
  readonly text: string;
}

/** One file's part of the settings, checked, without what it builds on. */
export interface Layer {
  readonly file: ConfigurationFile;
  readonly configuration: Configuration;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and checks one file. Refuses it with all that is wrong, line by line. */
export function readLayer(file: ConfigurationFile, limitNames: readonly string[] | undefined): Layer {
  const document = readDocument(file.text);
  if (document.problems.length > 0) throw refusal(file.name, document.problems);
  const checked = configurationSchema.safeParse(withoutEmptySections(document.data));
  if (!checked.success) throw refusal(file.name, schemaProblems(checked.error.issues, document));
  const problems = contradictions(checked.data, limitNames).map(({ path, words }) => at(document, path, words));
  if (problems.length > 0) throw refusal(file.name, problems);
  return { file, configuration: checked.data, lineOf: document.lineOf };
}

/** A section whose lines are all commented out is as good as not there. */
function withoutEmptySections(data: object): unknown {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}

function at(document: ConfigurationDocument, path: readonly string[], words: Words): Problem {
  return { line: document.lineOf(path), words };
}

interface Contradiction {
  readonly path: readonly string[];
  readonly words: Words;
}

function contradictions(configuration: Configuration, limitNames: readonly string[] | undefined) {
  return [
    ...twoBases(configuration),
    ...twoWindows(configuration),
    ...(['columns', 'words'] as const).flatMap((section) => twoMeanings(section, configuration[section] ?? {})),
    ...Object.keys(configuration.limits ?? {}).flatMap((name) => unknownLimit(name, limitNames)),
  ];
}

function twoBases(configuration: Configuration): readonly Contradiction[] {
  if (configuration.extends === undefined || configuration.profile === undefined) return [];
  const words = {
    zh: 'extends 和 profile 说的都是以哪个标准为基础，只能留一个',
    en: 'extends and profile both name the profile to build on: keep one',
  };
  return [{ path: ['extends'], words }];
}

/** One measure under two numbers has one window, whichever number it is given for. */
function twoWindows({ windows = {} }: Configuration): readonly Contradiction[] {
  return measures.flatMap(({ id, sameAs }) => {
    const [one, other] = [windows[id], sameAs === undefined ? undefined : windows[sameAs]];
    if (one === undefined || other === undefined || one === other) return [];
    const words = {
      zh: `${id} 和 ${sameAs} 是同一个指标，窗口必须相同`,
      en: `${id} and ${sameAs} are one measure shown twice: their windows must be the same`,
    };
    return [{ path: ['windows', id], words }];
  });
}

type Meanings = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** Words are compared as cells are: two spellings of one word cannot mean two things. */
function twoMeanings(section: string, groups: Meanings): readonly Contradiction[] {
  return Object.entries(groups).flatMap(([group, entries = {}]) => {
    const meanings = new Map<string, string>();
    return Object.entries(entries).flatMap(([word, meaning]) => {
      const path = [section, group, word];
      const normalised = normaliseWord(word);
      if (normalised === '') return [{ path, words: { zh: '词不能是空的', en: 'a word cannot be empty' } }];
      const earlier = meanings.get(normalised) ?? meaning;
      meanings.set(normalised, earlier);
      if (earlier === meaning) return [];
      const words = {
        zh: `“${word}”已经指“${earlier}”，不能又指“${meaning}”`,
        en: `“${word}” already means “${earlier}” and cannot mean “${meaning}” too`,
      };
      return [{ path, words }];
    });
  });
}

function unknownLimit(name: string, all: readonly string[] | undefined): readonly Contradiction[] {
  if (all === undefined || all.includes(name)) return [];
  const words = unknownWord(name, { zh: '上限', en: 'limit' }, { meant: nearest(name, all), all });
  return [{ path: ['limits', name], words }];
}
