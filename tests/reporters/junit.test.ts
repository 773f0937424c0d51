import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/publishing/publish.ts';
import { junit, xmlText } from '../../src/reporters/junit.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';
import { sampleSubmissions } from './sample-submissions.ts';
import { type Element, readXml } from './xml-tree.ts';

const SCHEMA = 'the published schema of JUnit files';
const schema = fileURLToPath(new URL('schemas/junit-4.xsd', import.meta.url));
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

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
    const said = outcome?.attributes['message'] ?? outcome?.text; // what is skipped says it as text
    expect([outcome?.name, said, others]).toEqual([name, message, []]);
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

describe.skipIf(!hasXmllint)(hasXmllint ? SCHEMA : `${SCHEMA}: SKIPPED, needs xmllint (libxml2-utils)`, () => {
  const complaintsOn = (text: string) => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: text });
    return { status, stderr: stderr.toString() };
  };

  test.each([
    ['the sample', sampleReport],
    ['a hostile report', hostileReport],
    ['a report of nothing', { ...sampleReport, indicators: [], areas: [], towns: [], ledgers: [] }],
    ['a month held against its list', { ...sampleReport, submissions: sampleSubmissions }],
    ['a published report', publish(sampleReport, { least: 10, earlier: null, down: 'village' })],
  ])('%s is valid', (_name, report) => {
    expect(complaintsOn(junit(report, screen()))).toEqual({ status: 0, stderr: '- validates\n' });
  });

  test.each([
    ['an attribute that it does not know', (text: string) => text.replace('<testcase ', '<testcase value="1" ')],
    [
      'a suite without its number',
      (text: string) => text.replace(/<testsuite name="([^"]*)" tests="37"/, '<testsuite name="$1"'),
    ],
    ['what is skipped twice', (text: string) => text.replace(/(<skipped>[^<]*<.skipped>)/, '$1$1')],
  ])('refuses %s', (_name, spoil) => {
    const text = junit(sampleReport, screen());
    expect(spoil(text)).not.toBe(text);
    expect(complaintsOn(spoil(text)).status).not.toBe(0);
  });
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
