import { writeFileSync } from 'node:fs';
import { README, readme, renewed } from './blocks.ts';

writeFileSync(README, renewed(readme()));
