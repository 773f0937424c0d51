import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

test('the text is the report, two spaces deep, with a last line end', () => {
  const text = json(sampleReport, screen());
  expect(JSON.parse(text)).toEqual(sampleReport);
  expect(text.startsWith('{\n  "schema": "fp-check/report/1",\n  "tool": {')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
});

test('language, colour and size of the screen change nothing', () => {
  const text = json(sampleReport, screen());
  expect(
    json(sampleReport, screen({ language: 'en', columns: 40, colour: true, by: 'village', verbosity: 'quiet' })),
  ).toBe(text);
});

test('characters that steer a terminal are escaped, and read back as they were', () => {
  const report = { ...sampleReport, only: ['\u001b[2J\u009b1m\u202e\u200b\ufeff村'] };
  const text = json(report, screen());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(text).not.toMatch(/[\u001b\u007f-\u009f\u202e\u200b\ufeff]/);
  expect(JSON.parse(text)).toEqual(report);
});
