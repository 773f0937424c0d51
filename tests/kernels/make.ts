import { writeFile } from 'node:fs/promises';
import { codeOf, kernels } from './kernel-code.ts';

for (const { source, code } of kernels) await writeFile(code, await codeOf(source));
