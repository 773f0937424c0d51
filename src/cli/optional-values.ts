/** Numbers below it are suppressed, if no other is given: the usual one in published statistics. */
export const USUAL_LEAST = '10';

/**
 * A command line with `--publish` written out where its number is left out: the parser would take the next word, a
 * ledger's name, for it.
 */
export function withUsualLeast(argv: readonly string[]): readonly string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  return argv.map((word, index) =>
    word === '--publish' && index < end && !/^\d+$/.test(argv[index + 1] ?? '') ? `--publish=${USUAL_LEAST}` : word,
  );
}
