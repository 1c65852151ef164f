import { expect, test } from 'vitest';
import { domainLines } from '../../src/stats/domains.ts';
import { standings } from '../../src/stats/standing.ts';
import type { Draft } from '../../src/events/events.ts';
import { answered, aSecondApart, grown } from '../support/events.ts';
import { examOf } from '../support/rows.ts';

const exam = examOf({ birds: 40, fish: 30, worms: 20, newts: 10 });

function linesOf(...drafts: readonly Draft[]) {
  const standing = grown(standings(4), aSecondApart(...drafts))['test-exam'];
  const firsts = Object.values(standing?.evidence.firsts ?? {});
  return domainLines(exam, standing?.days ?? {}, firsts, { memory: { birds: 0.7 } });
}

const some = (domain: string, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => answered(`${domain}-${i}`, { domain, correct: i < right }));

test('the weakest domain comes first; one that nobody has tried does not win', () => {
  const lines = linesOf(...some('birds', 9, 10), ...some('fish', 3, 10), ...some('worms', 0, 1));
  expect(lines.map(({ slug }) => slug)).toEqual(['fish', 'worms', 'birds', 'newts']);
  expect(lines.find(({ slug }) => slug === 'birds')?.memory).toBe(0.7);
  expect(lines.find(({ slug }) => slug === 'fish')?.memory).toBeUndefined();
});

test('a trend takes twenty first tries, and more than a chance difference', () => {
  const trend = (pattern: string) =>
    linesOf(...[...pattern].map((sign, i) => answered(`birds-${i}`, { correct: sign === '+' }))).find(
      ({ slug }) => slug === 'birds',
    )?.trend;
  expect(trend('++++++++++')).toBe('-');
  expect(trend(`${'-+-+-+-+-+'}${'++++++++++'}`)).toBe('up');
  expect(trend(`${'++++++++++'}${'-+-+-+-+-+'}`)).toBe('down');
  expect(trend(`${'++++-+++++'}${'++++++++++'}`)).toBe('level');
});
