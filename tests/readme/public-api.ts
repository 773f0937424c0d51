import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARATIONS = join(import.meta.dirname, '../../dist/types/api.d.ts');
const FUNCTION = /\/\*\* (.+) \*\/\nexport declare (function .+);/g;
const OPTIONS = /\/\*\* (.+) \*\/\nexport interface (.+) \{\n([\s\S]+?)\n\}/g;
const OPTION = /\/\*\* (.+) \*\/\n\s+readonly (\w+)\?: (.+);/g;
const REST = /^export (?:type )?\{ ([^}]+?),? \} from/gm;

/** What another program can import: the declarations of the package, with their comments. */
export function publicApi(): string {
  const text = readFileSync(DECLARATIONS, 'utf8');
  const functions = [...text.matchAll(FUNCTION)].map(([, says = '', head = '']) => `\`${head}\`\n\n${says}`);
  const options = [...text.matchAll(OPTIONS)].map(([, says = '', name = '', body = '']) => {
    const rows = [...body.matchAll(OPTION)].map(
      ([, meaning = '', option = '', type = '']) => `| \`${option}\` | ${code(type)} | ${meaning} |`,
    );
    return `\`${name}\`: ${says}\n\n| option | type | meaning |\n|---|---|---|\n${rows.join('\n')}`;
  });
  const rest = [...text.matchAll(REST)].flatMap(([, names = '']) => names.split(', '));
  return [...functions, ...options, `Exported too: ${rest.sort().map(code).join(', ')}.`].join('\n\n');
}

/** As code, in a cell of a table. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
