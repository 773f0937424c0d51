/** The most characters that the name of a sheet has. */
const LONGEST_NAME = 31;

/** The name of a sheet as formulas and links write it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A place as links name it. */
export function placeOf(sheet: string, cell: string): string {
  return `${quotedSheet(sheet)}!${cell}`;
}

/** A name that no other sheet has: as it is, or with a number behind it. Names are compared without regard to case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  if (!lower.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!lower.has(name.toLowerCase())) return name;
  }
}

/** A range such as `A1:C9` as names of a workbook have it: `$A$1:$C$9`. */
export function absoluteRange(range: string): string {
  return range.replace(/\b([A-Z]{1,3})(\d+)/g, '$$$1$$$2');
}
