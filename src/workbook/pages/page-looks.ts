import type { Status } from '../../model/report.ts';
import type { Look, Tone } from '../package/look.ts';

const BAND = 'EDF1F5';

/** How the cells of the added sheets look. */
export const looks = {
  title: { size: 16, bold: true, colour: '1F2D3A' },
  fact: { colour: '5A6672' },
  notice: { colour: '5A6672', wraps: true },
  header: { bold: true, colour: 'FFFFFF', fill: '3B4A5A', hasBorder: true, align: 'center', wraps: true },
  faintHeader: { colour: 'FFFFFF', fill: '8793A0', hasBorder: true, align: 'center', wraps: true, size: 9 },
  group: { bold: true, fill: BAND, hasBorder: true },
  text: { hasBorder: true, wraps: true },
  line: { hasBorder: true },
  centred: { hasBorder: true, align: 'center' },
  link: { hasBorder: true, isLink: true },
  faintNumber: { hasBorder: true, align: 'right', format: '0', colour: '9AA4AE' },
  whole: { hasBorder: true, align: 'right', format: '0' },
  open: { hasBorder: true, wraps: true, fill: 'FFFDE7', isOpen: true },
  code: { hasBorder: true, size: 8, colour: '9AA4AE' },
  plain: {},
  plainWhole: { align: 'right', format: '0' },
  plainMark: { align: 'right', format: 'General' },
} as const satisfies Record<string, Look>;

const statusColours: Readonly<Record<Status, { readonly fill: string; readonly colour: string }>> = {
  pass: { fill: 'DDF2E3', colour: '1B6B3A' },
  fail: { fill: 'FBDCDC', colour: 'A32020' },
  undetermined: { fill: 'FFF0D1', colour: '8A5A00' },
  'no-data': { fill: 'E9ECEF', colour: '4A5560' },
  'small-sample': { fill: 'E5ECF8', colour: '2F4C7C' },
  'not-applicable': { fill: 'F3F4F6', colour: '6B7580' },
  off: { fill: 'F3F4F6', colour: '6B7580' },
  suppressed: { fill: 'F3F4F6', colour: '6B7580' },
};

/** A verdict in its colour; the word says the same. */
export const statusLooks = Object.fromEntries(
  Object.entries(statusColours).map(([status, colours]) => [
    status,
    { ...colours, bold: true, hasBorder: true, align: 'center' },
  ]),
) as unknown as Readonly<Record<Status, Look>>; // the entries are those of a record of all statuses

const tones: Readonly<Record<Tone, { readonly fill: string; readonly colour: string }>> = {
  error: { fill: 'FFC9CB', colour: '8B1A1A' },
  warning: { fill: 'FFE8A3', colour: '7A4B00' },
  notice: { fill: 'D9E8FB', colour: '24507F' },
  explained: { fill: 'E4E6E2', colour: '4A5560' },
};

/** The severity of a problem in the colour of its marks; the word says the same. */
export const toneLooks = Object.fromEntries(
  Object.entries(tones).map(([tone, colours]) => [tone, { ...colours, hasBorder: true, align: 'center' }]),
) as unknown as Readonly<Record<Tone, Look>>; // the entries are those of a record of all tones

const numberLooks = new Map<string, Look>();

/** A number in a format; the same object for the same format, as looks are known by their object. */
export function numberLook(format: string, status?: Status): Look {
  const key = `${format} ${status}`;
  const colours =
    status === undefined ? {} : { colour: statusColours[status].colour, fill: statusColours[status].fill };
  const look = numberLooks.get(key) ?? { hasBorder: true, align: 'right', format, ...colours };
  numberLooks.set(key, look);
  return look;
}
