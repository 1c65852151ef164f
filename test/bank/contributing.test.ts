import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { craftRules } from '../../src/bank/rules/index.ts';
import { shippedBank } from '../support/cli.ts';
import { compileTexts } from '../support/compiled.ts';

const read = (path: string) => readFileSync(join(shippedBank, path), 'utf8');
const [good = '', bad = ''] = [...read('README.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, text]) => text,
);
const check = (text: string) =>
  compileTexts({ 'exam.yaml': read('exam.yaml'), 'network-policy/layer-7.yaml': text }).issues;

test('the good example for contributors has no fault', () => {
  expect(check(good)).toEqual([]);
});

test('the bad example for contributors breaks the rules that its text names', () => {
  const begin = good.slice(0, good.indexOf('    stem:'));
  const end = good.slice(good.indexOf('    sources:'));
  expect(check(begin + bad + end).map(({ rule }) => rule)).toEqual([
    'negative-stem',
    'option-lengths',
    'all-or-none',
    'rationale-length',
  ]);
});

test('every rule of craft stands in the table for contributors', () => {
  for (const { name } of craftRules) expect(read('README.md')).toContain(`\`${name}\``);
});
