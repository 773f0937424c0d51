import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  localAttributeOf,
  namespaceOf,
  prefixBoundTo,
  withAttribute,
  withoutAttribute,
} from '../../src/workbook/xml/tag-attributes.ts';
import { TextEdits } from '../../src/workbook/xml/text-edits.ts';
import { childOf, elementsOf, rootOf, sourceOf, tagOf } from '../../src/workbook/xml/xml-tree.ts';
import { cellText, escaped, plainText, quoted } from '../../src/workbook/xml/xml-writing.ts';

describe('the elements of a text', () => {
  test('are found under any prefix, past comments, CDATA and quoted signs', () => {
    const text = `<?xml version="1.0"?><!-- <x:no/> --><x:a q='>'><![CDATA[<b/>]]><x:b r="1>2"/></x:a>`;
    const root = rootOf(text);
    expect([root?.name, root?.prefix, root?.children.map(({ name }) => name)]).toEqual(['a', 'x:', ['b']]);
    expect(attributeOf(tagOf(text, childOf(root, 'b') ?? fail()), 'r')).toBe('1>2');
  });

  test('of a fragment may be left open, or close what it never opened', () => {
    expect(elementsOf('<worksheet><cols/>').map(({ name, children }) => [name, children.length])).toEqual([
      ['worksheet', 1],
    ]);
    expect(elementsOf('</sheetData><mergeCells/></worksheet>').map(({ name }) => name)).toEqual(['mergeCells']);
  });

  test('keep their source', () => {
    const text = '<a><b x = "1" ><c/></b></a>';
    expect(sourceOf(text, childOf(rootOf(text), 'b') ?? fail())).toBe('<b x = "1" ><c/></b>');
  });
});

describe('the attributes of a tag', () => {
  test.each([
    ['<c r="A1" s="3" t="s">', '<c r="A1" s="7" t="s">'],
    [`<c s='3' r='A1'/>`, `<c s="7" r='A1'/>`],
    ['<c r="A1">', '<c r="A1" s="7">'],
    ['<c r="A1" />', '<c r="A1" s="7" />'],
    ['<x:c\n s = "3">', '<x:c\n s="7">'],
  ])('%s with s = 7 is %s', (tag, wanted) => {
    expect(withAttribute(tag, 's', 7)).toBe(wanted);
  });

  test.each([
    ['<xf fillId="3" applyFill="1"/>', '<xf applyFill="1"/>'],
    ['<xf a="1" fillId="3" />', '<xf a="1" />'],
    ['<xf a="1"/>', '<xf a="1"/>'],
  ])('%s without fillId is %s', (tag, wanted) => {
    expect(withoutAttribute(tag, 'fillId')).toBe(wanted);
  });

  test('are found by their whole name, or by what follows the prefix', () => {
    const tag = `<sheet xmlns:id="no" name="甲&amp;乙" rel:id='rId3'/>`;
    expect([attributeOf(tag, 'name'), attributeOf(tag, 'id'), localAttributeOf(tag, 'id')]).toEqual([
      '甲&乙',
      undefined,
      'rId3',
    ]);
    expect(prefixBoundTo('<a xmlns="u" xmlns:r="v">', 'v')).toBe('r:');
    expect(localAttributeOf(`<a id="1" r:id='2'/>`, 'id')).toBe('1');
  });

  test.each([
    ['<a xmlns="u">', '', 'u'],
    [`<x:a xmlns:x='v'>`, 'x:', 'v'],
    ['<x:a xmlns="u">', 'x:', undefined],
  ])('of %s give the prefix %j the namespace %s, and back', (tag, prefix, namespace) => {
    expect(namespaceOf(tag, prefix)).toBe(namespace);
    expect(prefixBoundTo(tag, 'v')).toBe(namespace === 'v' ? prefix : undefined);
  });
});

describe('texts', () => {
  test('come back from attributes as they went in, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = escaped(text);
        expect(plainText(kept)).toBe(plainText(quoted(text).slice(1, -1)));
        expect(attributeOf(`<a b=${quoted(text)}>`, 'b')).toBe(plainText(kept));
      }),
    );
  });

  test.each([
    ['a\u0000b\u001fc', 'abc'],
    ['\ud800x', 'x'],
    ['😀', '😀'],
    ['<&>', '&lt;&amp;&gt;'],
    ['_x0041_', '_x005F_x0041_'],
  ])('%j is %j in a cell', (text, wanted) => {
    expect(cellText(text)).toBe(wanted);
  });

  test.each([
    ['&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['&#x6751;&#26449;', '村村'],
    ['&nbsp; &#x110000; &#9999999; a & b', '&nbsp; &#x110000; &#9999999; a & b'],
  ])('%j was meant as %j', (source, wanted) => {
    expect(plainText(source)).toBe(wanted);
  });

  test('no cell holds more than 32,767 characters', () => {
    expect(cellText('一'.repeat(40_000))).toHaveLength(32_767);
  });
});

describe('edits', () => {
  test('are made at the places of the text as it was', () => {
    const edits = new TextEdits('0123456789');
    edits.replace(8, 10, 'yz');
    edits.insert(4, 'b');
    edits.insert(4, 'c');
    edits.remove({ start: 4, end: 6 });
    expect(edits.result()).toBe('0123bc67yz');
  });

  test('of one place must not overlap', () => {
    const edits = new TextEdits('0123456789');
    edits.remove({ start: 2, end: 6 });
    edits.remove({ start: 4, end: 8 });
    expect(() => edits.result()).toThrow('overlap');
  });
});

function fail(): never {
  throw new Error('The element is missing.');
}
