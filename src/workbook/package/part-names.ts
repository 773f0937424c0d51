import type { PackageParts } from './package-parts.ts';

/** A name that no part has, numbered as programs number theirs: some find parts by their names alone. */
export function freePart(parts: PackageParts, folder: string, stem: string): string {
  const [name = '', ending = ''] = stem.split('#');
  const pattern = new RegExp(`/${name}(\\d{1,6})\\${ending}$`, 'i');
  const numbers = parts.names.map((part) => Number(pattern.exec(`/${part}`)?.[1] ?? 0));
  return `${folder}${name}${Math.max(0, ...numbers) + 1}${ending}`;
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** How one part names another in its relationships. */
export function relativeName(source: string, target: string): string {
  const [from, to] = [folderOf(source).split('/').slice(0, -1), target.split('/')];
  const different = to.findIndex((step, index) => step !== from[index]);
  const shared = Math.min(different, from.length);
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
