// Starts worker.ts from the sources, as the tests do: the process, and the thread in it, inherit nothing that compiles
// TypeScript.
// In the package the bundled worker itself stands under this name.
import { register } from 'node:module';

register('../../../tests/parsers/typescript-hooks.js', import.meta.url);
await import('./worker.ts');
