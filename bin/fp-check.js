#!/usr/bin/env node
import module from 'node:module';

module.enableCompileCache?.(); // Node 22 and later start faster the second time; earlier ones have none
await import('../dist/entry.js');
