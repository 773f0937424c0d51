import { describe, expect, test } from 'vitest';
import { emptyComments, patchComments } from '../../src/workbook/notes/comments-part.ts';
import { sizeOf } from '../../src/workbook/notes/note-size.ts';
import { EMPTY_DRAWING, patchDrawing } from '../../src/workbook/notes/notes-drawing.ts';
import { ShapeIds } from '../../src/workbook/notes/shape-ids.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const note = { row: 2, column: 1, paragraphs: ['错误：一'] };
const columns = () => 64;

function commentsOf(list: string, authors = '<author>张</author>'): string {
  return `<comments xmlns="${NAMESPACE}"><authors>${authors}</authors><commentList>${list}</commentList></comments>`;
}

function patchedText(source: string, notes = [note]): string {
  return patchComments(source, notes)?.text ?? '';
}

describe('the notes of a sheet', () => {
  test('keep what others wrote, and its author', () => {
    const text = patchedText(commentsOf('<comment ref="B2" authorId="0"><text><r><t>旧</t></r></text></comment>'));
    expect(text).toMatch(/<comment ref="B2" authorId="0"><text><r><t>旧<\/t><\/r><r>.*【核查】.*错误：一/s);
    expect(text).toContain('<authors><author>张</author></authors>');
  });

  test('a plain text becomes a run before ours: the two may not stand side by side', () => {
    const text = patchedText(commentsOf('<comment ref="B2" authorId="0"><text><t>旧</t></text></comment>'));
    expect(text).toContain('<text><r><t>旧</t></r><r>');
  });

  test('go back to what others wrote once there is nothing to say', () => {
    const before = commentsOf('<comment ref="B2" authorId="0"><text><r><t>旧</t></r></text></comment>');
    expect(patchedText(patchedText(before), [])).toBe(before);
  });

  test('of our own go away altogether', () => {
    const patched = patchComments(patchedText(emptyComments(NAMESPACE)), []);
    expect(patched?.removed).toEqual(['B2']);
    expect(patched?.text).not.toContain('<comment ');
  });

  test('the stand-in of a threaded comment is left alone', () => {
    const source = commentsOf(
      '<comment ref="B2" authorId="0"><text><t>[线程批注]</t></text></comment>',
      '<author>tc={1}</author>',
    );
    const patched = patchComments(source, [note]);
    expect(patched).toMatchObject({ text: source, added: [], merged: new Map() });
  });

  test.each([
    ['names no author', '<comment ref="B2"><text><r><t>旧</t></r></text></comment>', '<author>张</author>'],
    [
      'names an author that is not listed',
      '<comment ref="$B$2" authorId="7"><text><r><t>旧</t></r></text></comment>',
      '',
    ],
  ])('a note that %s is somebody’s', (_, comment, authors) => {
    const text = patchedText(commentsOf(comment, authors));
    expect(text).toMatch(/<r><t>旧<\/t><\/r><r>.*【核查】.*错误：一/s);
    expect(text.match(/<comment /g)).toHaveLength(1);
  });

  test.each([
    ['of no cell', '<comment authorId="0"><text><t>旧</t></text></comment>'],
    ['of no text', '<comment ref="C9" authorId="0"/>'],
  ])('a note %s stays as it is', (_, comment) => {
    const patched = patchComments(commentsOf(comment), [note]);
    expect(patched?.text).toContain(comment);
    expect(patched?.added).toEqual([note]);
  });

  test.each(['<comment ref="B2" authorId="0"/>', '<comment ref="B2" authorId="0"><text/></comment>'])(
    'a note without a text has no room for ours: %s',
    (comment) => {
      expect(patchComments(commentsOf(comment), [note])).toMatchObject({ text: commentsOf(comment), added: [] });
    },
  );

  test.each([
    ['without a run', '<text><phoneticPr fontId="1"/></text>', /<text><r>.*【核查】.*<phoneticPr/s],
    ['with a run without a text', '<text><r><rPr/></r></text>', /<text><r><rPr\/><\/r><r>.*【核查】/s],
  ])('ours is put into a text %s', (_, content, wanted) => {
    expect(patchedText(commentsOf(`<comment ref="B2" authorId="0">${content}</comment>`))).toMatch(wanted);
  });

  test('what is no list of notes is not touched', () => {
    expect(patchComments('<notes/>', [note])).toBeUndefined();
  });
});

describe('the drawing of the notes', () => {
  const ids = (...drawings: readonly string[]) => {
    const all = new ShapeIds();
    for (const drawing of drawings) all.note(drawing);
    return all;
  };

  test('has a shape for each new note, in a block of numbers of its own', () => {
    const other = '<xml><o:idmap data="1,3"/><v:shape id="_x0000_s1025"/></xml>';
    const drawing = patchDrawing(
      EMPTY_DRAWING,
      { added: [note, { ...note, row: 3 }], removed: [], merged: new Map() },
      { ids: ids(other), columns },
    );
    expect(drawing).toContain('<o:idmap v:ext="edit" data="4"/>');
    expect(drawing?.match(/id="_x0000_s\d+"/g)).toEqual(['id="_x0000_s4097"', 'id="_x0000_s4098"']);
  });

  test('goes on in its own block, past the numbers in use, and takes another when it is full', () => {
    const full = Array.from({ length: 1021 }, (_, n) => `<v:shape id="_x0000_s${1025 + n}"/>`).join('');
    const drawing = `<xml><o:shapelayout><o:idmap data="1"/></o:shapelayout>${full}</xml>`;
    const added = [2, 3, 4, 5].map((row) => ({ ...note, row }));
    const after =
      patchDrawing(drawing, { added, removed: [], merged: new Map() }, { ids: ids(drawing), columns }) ?? '';
    expect(after.match(/_x0000_s\d+(?=" type)/g)).toEqual([
      '_x0000_s2046',
      '_x0000_s2047',
      '_x0000_s2049',
      '_x0000_s2050',
    ]);
    expect(after).toContain('data="1,2"');
  });

  test('loses the shapes of notes that are gone, and no other shape', () => {
    const control =
      '<v:shape id="_x0000_s1"><x:ClientData ObjectType="Checkbox"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>';
    const drawing =
      patchDrawing(
        EMPTY_DRAWING.replace('</xml>', `${control}</xml>`),
        { added: [note], removed: [], merged: new Map() },
        { ids: ids(), columns },
      ) ?? '';
    const after = patchDrawing(
      drawing,
      { added: [], removed: ['B2'], merged: new Map() },
      { ids: ids(drawing), columns },
    );
    expect(after).toContain(control);
    expect(after?.match(/ObjectType="Note"/g)).toBeNull();
  });

  const shapeOf = (style: string, place: string, id = '_x0000_s1025') =>
    `<v:shape id="${id}" style="${style}"><x:ClientData ObjectType="Note">${place}</x:ClientData></v:shape>`;
  const B2 = '<x:Row>1</x:Row><x:Column>1</x:Column>';
  const withShape = (shape: string) => EMPTY_DRAWING.replace('</xml>', `${shape}</xml>`);

  test.each([
    ['the points', 'width:10pt;height:10pt', 'width:198pt;height:48.75pt'],
    ['the pixels', 'width:400px;height:10px', 'width:300pt;height:48.75pt'],
  ])('has shapes that grow with their notes: %s', (_, style, wanted) => {
    const drawing = withShape(shapeOf(style, B2));
    const changes = { added: [], removed: [], merged: new Map([['B2', '短']]) };
    expect(patchDrawing(drawing, changes, { ids: ids(drawing), columns })).toContain(`style="${wanted}"`);
  });

  test.each([
    ['without a size', shapeOf('visibility:hidden', B2)],
    ['without a cell', shapeOf('width:10pt;height:10pt', '')],
  ])('leaves a shape %s as it is', (_, shape) => {
    const drawing = withShape(shape);
    const changes = { added: [], removed: ['A1'], merged: new Map([['B2', '短']]) };
    expect(patchDrawing(drawing, changes, { ids: ids(drawing), columns })).toBe(drawing);
  });

  test('loses a shape that has a name in place of a number', () => {
    const drawing = withShape(shapeOf('width:10pt', B2, 'note'));
    const changes = { added: [], removed: ['B2'], merged: new Map() };
    expect(patchDrawing(drawing, changes, { ids: ids(drawing), columns })).toBe(EMPTY_DRAWING);
  });

  test('that is never closed cannot be written into', () => {
    expect(
      patchDrawing('<xml><v:shape>', { added: [note], removed: [], merged: new Map() }, { ids: ids(), columns }),
    ).toBeUndefined();
  });
});

describe('a note is as large as its text', () => {
  test.each([
    ['短', '短\n短\n短\n短\n短'],
    ['一'.repeat(20), '一'.repeat(60)],
    ['abc', 'abc '.repeat(40)],
  ])('%j is smaller than %j', (short, long) => {
    expect(sizeOf(long).height).toBeGreaterThan(sizeOf(short).height);
    expect(sizeOf(long).width).toBe(sizeOf(short).width);
  });
});
