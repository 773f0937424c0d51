import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';

const REASONS: Readonly<Record<string, Words>> = {
  ENOENT: {
    zh: '没有这个文件或文件夹，请检查名称和所在的文件夹',
    en: 'there is no such file or folder; check its name and the folder you are in',
  },
  EACCES: {
    zh: '没有权限，请检查文件和它所在文件夹的权限',
    en: 'permission is denied; check the permissions of the file and of its folder',
  },
  EPERM: {
    zh: '不允许这样做；文件是否正在 Excel 或 WPS 中打开？',
    en: 'the system does not allow it; is the file open in Excel or WPS?',
  },
  EBUSY: { zh: '文件正被使用；是否正在 Excel 或 WPS 中打开？', en: 'it is in use; is it open in Excel or WPS?' },
  EISDIR: { zh: '这是一个文件夹，应为文件', en: 'it is a folder, and a file was expected' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EROFS: { zh: '所在的磁盘是只读的', en: 'the disk is read-only' },
  EMFILE: { zh: '同时打开的文件太多', en: 'too many files are open at once' },
  ENAMETOOLONG: { zh: '名称太长', en: 'the name is too long' },
  ELOOP: { zh: '链接绕成了圈', en: 'its links go round in a circle' },
};

const DOINGS = {
  open: { zh: '不能打开', en: 'Cannot open' },
  read: { zh: '不能读取', en: 'Cannot read' },
  write: { zh: '不能写入', en: 'Cannot write to' },
  remove: { zh: '不能删去临时文件，请自行删去', en: 'Please remove this temporary file, which cannot be removed:' },
} as const satisfies Record<string, Words>;

/** The code that the system gave an error, such as ENOENT; empty where it is not the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What the system said of a file, as a sentence. Anything that is not the system's is thrown on as it is. */
export function fileError(error: unknown, shown: string | Words, doing: keyof typeof DOINGS = 'open'): unknown {
  const code = codeOf(error);
  const reason =
    REASONS[code] ??
    (/^E[A-Z]+$/.test(code) ? { zh: `系统报告 ${code}`, en: `the system reports ${code}` } : undefined);
  if (reason === undefined) return error;
  const name = typeof shown === 'string' ? { zh: shown, en: shown } : shown;
  return new UsageError({
    zh: `${DOINGS[doing].zh}“${name.zh}”：${reason.zh}。`,
    en: `${DOINGS[doing].en} “${name.en}”: ${reason.en}.`,
  });
}

/** What is found of a file, or `undefined` where there is none. */
export async function ifThere<Found>(finding: Promise<Found>): Promise<Found | undefined> {
  try {
    return await finding;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
