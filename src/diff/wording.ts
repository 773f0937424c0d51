import type { Unit } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { type RegisterName, registers } from '../records/registers.ts';
import type { Factor } from './difference.ts';
import type { SchemaChange } from './record-difference.ts';

export const factorWords: Readonly<Record<Factor, Words>> = {
  entered: { zh: '新增的记录', en: 'records that entered' },
  left: { zh: '消失的记录', en: 'records that left' },
  edited: { zh: '修改的记录', en: 'records that were edited' },
  window: { zh: '统计窗口移动', en: 'the window that moved' },
  settings: { zh: '设置的改变', en: 'changed settings' },
};

/** Short, for the heads of columns. */
export const factorHeads: Readonly<Record<Factor, Words>> = {
  entered: { zh: '新增', en: 'Entered' },
  left: { zh: '消失', en: 'Left' },
  edited: { zh: '修改', en: 'Edited' },
  window: { zh: '窗口', en: 'Window' },
  settings: { zh: '设置', en: 'Settings' },
};

const SIGNS: Readonly<Record<Unit, string>> = { '%': '%', '‰': '‰', per100: '', ratio: '', count: '' };

export function unitText(unit: Unit): string {
  return SIGNS[unit];
}

/** A change with its sign: two decimals, more where it would else look like nothing, and as a power where it is tiny. */
export function numberText(number: number): string {
  if (number === 0) return '0';
  const sign = number < 0 ? '-' : '+';
  const size = Math.abs(number);
  if (Number.isInteger(size)) return `${sign}${size}`;
  if (size < 0.0001) return sign + size.toExponential(1);
  return sign + size.toFixed(size < 0.01 ? 4 : 2);
}

/** What changed in the form of the ledgers, as a sentence. */
export function schemaWords(change: SchemaChange): Words {
  const { zh, en } = registers[change.register as RegisterName].title; // changes are told of registers alone
  switch (change.kind) {
    case 'register-added':
    case 'register-removed':
      return registerWords(change, { zh, en });
    case 'column-added':
      return { zh: `“${zh}”多了一列“${change.column}”。`, en: `${capital(en)} has a new column, “${change.column}”.` };
    case 'column-removed':
      return {
        zh: `“${zh}”少了一列“${change.column}”。`,
        en: `${capital(en)} has lost the column “${change.column}”.`,
      };
    case 'column-renamed':
      return change.isRead
        ? {
            zh: `“${zh}”的列“${change.from}”改名为“${change.to}”。`,
            en: `In ${en}, the column “${change.from}” is now named “${change.to}”.`,
          }
        : {
            zh: `“${zh}”的列“${change.from}”改名为“${change.to}”，新名称认不出，这一列没有读。`,
            en: `In ${en}, the column “${change.from}” is now named “${change.to}”, which is not understood: the column is no longer read.`,
          };
    case 'unread-column-added':
      return {
        zh: `“${zh}”多了一列“${change.column}”，没有读。`,
        en: `${capital(en)} has a new column, “${change.column}”, which is not read.`,
      };
    case 'unread-column-removed':
      return {
        zh: `“${zh}”少了一列本来就不读的“${change.column}”。`,
        en: `${capital(en)} has lost the column “${change.column}”, which was not read.`,
      };
  }
}

function registerWords(
  { kind, lacks }: Extract<SchemaChange, { readonly kind: 'register-added' | 'register-removed' }>,
  { zh, en }: Words,
): Words {
  const columns = lacks.map((column) => `“${column}”`);
  if (kind === 'register-added')
    return lacks.length > 0
      ? {
          zh: `“${zh}”现在读得出了：上次缺少${columns.join('、')}。`,
          en: `${capital(en)} can be read now: last time it lacked ${columns.join(', ')}.`,
        }
      : { zh: `多了“${zh}”登记册。`, en: `There is a register of ${en} now.` };
  return lacks.length > 0
    ? {
        zh: `“${zh}”读不出了：缺少${columns.join('、')}。`,
        en: `${capital(en)} can no longer be read: it lacks ${columns.join(', ')}.`,
      }
    : { zh: `没有“${zh}”登记册了。`, en: `There is no register of ${en} any more.` };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
