import type { Report } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import { jsonFault } from './json-fault.ts';
import { misfits } from './report-misfits.ts';
import { reportSchema } from './report-schema.ts';

/** Reads a report that was saved as JSON. Throws a UsageError that says what is wrong with it, and where. */
export function savedReport(text: string, file: string): Report {
  const data = parsed(text, file);
  const { success, error } = reportSchema.safeParse(data);
  if (success) return data as Report; // the schema has found every key of a Report in it; keys of later versions stay
  throw refusal(file, otherKind(data) ?? misfits(error.issues, data));
}

function parsed(text: string, file: string): unknown {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(plain);
  } catch {
    // The only thing it can throw is that the text is no JSON.
    throw refusal(file, noJson(plain));
  }
}

function noJson(text: string): Words {
  if (text.startsWith('PK')) {
    return {
      zh: '这是工作簿或压缩文件。要检查台账，不用 render：fp-check 台账',
      en: 'it is a workbook or archive. To check a ledger, leave out “render”: fp-check LEDGER',
    };
  }
  if (text.trim() === '') return { zh: '文件是空的', en: 'the file is empty' };
  const { line, column } = jsonFault(text);
  return {
    zh: `第 ${line} 行第 ${column} 列起不是 JSON`,
    en: `it is no JSON from line ${line}, column ${column} on`,
  };
}

/** What another kind of JSON file of ours, or of a later version, says of itself. */
function otherKind(data: unknown): Words | undefined {
  if (typeof data !== 'object' || data === null || !('schema' in data)) return undefined;
  const { schema } = data;
  if (typeof schema !== 'string' || schema === reportSchema.shape.schema.value) return undefined;
  return {
    zh: `它的 schema 是“${schema}”，应为“${reportSchema.shape.schema.value}”`,
    en: `its schema is “${schema}”, not “${reportSchema.shape.schema.value}”`,
  };
}

function refusal(file: string, { zh, en }: Words): UsageError {
  return new UsageError({
    zh: `“${file}”不是保存下来的报告：${zh}。报告用 fp-check 台账 -f json -o report.json 保存。`,
    en: `“${file}” is no saved report: ${en}. A report is saved by fp-check LEDGER -f json -o report.json.`,
  });
}
