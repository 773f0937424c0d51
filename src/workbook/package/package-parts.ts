import { certain } from '../../model/certain.ts';
import type { UsageError } from '../../model/usage-error.ts';
import type { Words } from '../../model/words.ts';
import { beyondLimit } from '../../parsers/refusal.ts';
import type { ZipArchive, ZipEntry } from '../../parsers/zip.ts';
import { readEntry } from '../../parsers/zip-entry.ts';
import { hasTooManyTags, tooManyTags } from '../xml/xml-tree.ts';
import { type PackedPart, packed } from './packed-part.ts';
import { unpatchable } from './unpatchable.ts';
import type { ZipItem } from './zip-writing.ts';

/** The parts of a package as they will be written: those of the archive, but for what was changed. */
export class PackageParts {
  /** The archive whose parts are copied; `null` for a package that is made from nothing. */
  readonly archive: ZipArchive | null;
  readonly #changed = new Map<string, { readonly name: string; readonly part: PackedPart | null }>();
  readonly #texts = new Map<string, string>();
  /** The bytes of the parts that were read, inflated. */
  #inflated = 0;

  constructor(archive: ZipArchive | null) {
    this.archive = archive;
  }

  has(name: string): boolean {
    const changed = this.#changed.get(name.toLowerCase());
    return changed === undefined ? this.archive?.entry(name) !== undefined : changed.part !== null;
  }

  /** The names of all parts, in order. */
  get names(): readonly string[] {
    return this.items().map((item) => ('copy' in item ? item.copy.name : item.name));
  }

  /** The entry of a part that was not changed. */
  entry(name: string): ZipEntry | undefined {
    return this.#changed.has(name.toLowerCase()) ? undefined : this.archive?.entry(name);
  }

  /** A part as text, as it now is; `undefined` where there is none. Refuses what is not UTF-8: it could not be put back. */
  async text(name: string): Promise<string | undefined> {
    const key = name.toLowerCase();
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    if ((this.entry(name)?.size ?? 0) > MOST_BYTES_OF_TEXT) throw this.refuse(ofPart(name, tooLong));
    const bytes = await this.bytes(name);
    if (bytes === undefined) return undefined;
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes)) throw this.refuse(notUtf8(name));
    if (hasTooManyTags(text)) throw this.refuse(ofPart(name, tooManyTags));
    this.#texts.set(key, text);
    return text;
  }

  /** The bytes of a part that was not changed. */
  async bytes(name: string): Promise<Buffer | undefined> {
    const entry = this.entry(name);
    if (entry === undefined || this.archive === null) return undefined;
    const { limits, refuse } = this.archive;
    this.#inflated += entry.size;
    if (this.#inflated > limits.inflated) throw refuse(beyondLimit(limits, 'inflated'));
    return readEntry(this.archive, entry);
  }

  /** The error for a workbook that cannot be marked. */
  readonly refuse = (why: Words): UsageError => unpatchable(certain(this.archive, 'package').file.name, why);

  /** Writes a part, new or in the place of one that is there. A text that is as it was changes nothing. */
  async write(name: string, contents: string | PackedPart): Promise<void> {
    if (typeof contents === 'string' && (await this.text(name)) === contents) return;
    const key = name.toLowerCase();
    if (typeof contents === 'string') this.#texts.set(key, contents);
    else this.#texts.delete(key);
    const part = typeof contents === 'string' ? packed(contents) : contents;
    this.#changed.set(key, { name: this.archive?.entry(name)?.name ?? name, part });
  }

  remove(name: string): void {
    this.#texts.delete(name.toLowerCase());
    this.#changed.set(name.toLowerCase(), { name, part: null });
  }

  /** All parts in their order, the new ones behind. */
  items(): readonly ZipItem[] {
    const left = new Map(this.#changed);
    const kept = (this.archive?.entries ?? []).flatMap((copy): readonly ZipItem[] => {
      const changed = left.get(copy.name.toLowerCase());
      left.delete(copy.name.toLowerCase());
      if (changed === undefined) return [{ copy }];
      return changed.part === null ? [] : [{ name: copy.name, part: changed.part }];
    });
    const added = [...left.values()].flatMap(({ name, part }) => (part === null ? [] : [{ name, part }]));
    return [...kept, ...added];
  }
}

const MOST_BYTES_OF_TEXT = 64 * 1024 * 1024;

const tooLong: Words = {
  zh: '超过 64 MB，不像表格程序写的',
  en: 'is longer than 64 MB, which no spreadsheet program writes',
};

function ofPart(name: string, { zh, en }: Words): Words {
  return { zh: `部件“${name}”${zh}`, en: `its part “${name}” ${en}` };
}

function notUtf8(name: string): Words {
  return ofPart(name, {
    zh: '不是 UTF-8 编码，改动后放不回去',
    en: 'is not in UTF-8 and could not be put back unchanged',
  });
}
