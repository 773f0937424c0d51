import { describe, expect, test } from 'vitest';
import { junit, xmlText } from '../../src/reporters/junit.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';
import { type Element, readXml } from './xml-tree.ts';

const document = readXml(junit(sampleReport, screen()));
const [whole, ...villages] = document.children;
const caseOf = (suite: Element | undefined, id: string) =>
  suite?.children.find(({ attributes }) => attributes['name']?.startsWith(`${id} `));
const outcomes = (suite: Element, name: string) =>
  suite.children.filter(({ children }) => children.some((outcome) => outcome.name === name)).length;

test('there is a suite for the whole and one for each village, a case for each measure', () => {
  expect(villages).toHaveLength(sampleReport.areas.length);
  for (const suite of document.children) {
    expect(suite.children.filter(({ name }) => name === 'testcase')).toHaveLength(37);
  }
  expect(whole?.attributes['name']).toBe('全部');
  expect(villages[0]?.attributes['name']).toBe('清河镇 › 东风村 990110'); // another village bears the name
  expect(villages[1]?.attributes['name']).toBe('清河镇 › 红旗村');
});

describe('an outcome', () => {
  test.each([
    ['1a', undefined, undefined],
    ['1b', 'failure', '未达标：96.36%（291/302），不详 3，要求至少 97%；介于 95.41%～96.39%；再有 5 例达标'],
    ['8c', 'error', '无法判定：-（12/0），不详 2，要求至多 0.25；6.00 以上，没有上限'],
    ['12a', 'error', '无数据：-，要求至少 90%'],
    ['7a', 'skipped', '样本小：103.33（155/150），要求103～107'],
    ['16', 'skipped', '不适用：-（0/0），要求等于 100%'],
    ['17a', 'skipped', '不考核：100.00%（1/1）'],
  ])('of %s is %s', (id, name, message) => {
    const [outcome, ...others] = caseOf(whole, id)?.children ?? [];
    expect([outcome?.name, outcome?.attributes['message'], others]).toEqual([name, message, []]);
  });
});

test('the sums of every suite and of all are the numbers of their cases', () => {
  for (const suite of document.children) {
    const { tests, failures, errors, skipped } = suite.attributes;
    const counted = ['failure', 'error', 'skipped'].map((name) => `${outcomes(suite, name)}`);
    expect([tests, failures, errors, skipped]).toEqual(['37', ...counted]);
  }
  const sum = (name: string) =>
    document.children.reduce((total, { attributes }) => total + Number(attributes[name]), 0);
  for (const name of ['tests', 'failures', 'errors']) expect(document.attributes[name]).toBe(`${sum(name)}`);
});

test('elements and attributes are those that readers of JUnit files know', () => {
  const known: Readonly<Record<string, readonly [attributes: string[], children: string[]]>> = {
    testsuites: [['name', 'tests', 'failures', 'errors'], ['testsuite']],
    testsuite: [
      ['name', 'tests', 'failures', 'errors', 'skipped'],
      ['properties', 'testcase'],
    ],
    properties: [[], ['property']],
    property: [['name', 'value'], []],
    testcase: [
      ['name', 'classname'],
      ['failure', 'error', 'skipped'],
    ],
    failure: [['type', 'message'], []],
    error: [['type', 'message'], []],
    skipped: [['message'], []],
  };
  const check = ({ name, attributes, children }: Element) => {
    const [names, inside] = known[name] ?? [[], []];
    expect(Object.keys(attributes)).toEqual(names);
    expect(inside).toEqual(expect.arrayContaining(children.map((child) => child.name)));
    children.forEach(check);
  };
  check(document);
});

test.each([
  ['a<b>&"c"', 'a&lt;b&gt;&amp;&quot;c&quot;'],
  ['a\u0000\u001b\ufffe\uffffb', 'ab'],
  ['a\ud800b', 'ab'],
  ['村😀', '村😀'],
])('%j in XML is %s', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});

test('whatever a ledger says, the document is well formed', () => {
  const names = readXml(junit(hostileReport, screen())).children.map(({ attributes }) => attributes['name']);
  expect(names).toContain('=cmd|"/c calc"!A1 › <b>村</b> & "|@all `x` #12');
});
