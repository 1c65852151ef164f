import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event, QuestionAnswered } from '../../src/events/events.ts';
import { gatherEvidence, noEvidence, type Evidence } from '../../src/stats/evidence.ts';
import { readiness } from '../../src/stats/readiness.ts';
import { answered, beginning, graded, stamped } from '../support/events.ts';
import { examOf, rowsOf } from '../support/rows.ts';

const exam = examOf({ birds: 60, fish: 35, worms: 5 });
const rows = [...rowsOf('birds', 40), ...rowsOf('fish', 30), ...rowsOf('worms', 5)];
const now = beginning + 10 * 86_400_000;

/** Evidence of these answers, a minute apart; each with its domain, and right unless told otherwise. */
function evidenceOf(answers: readonly Partial<QuestionAnswered>[]): Evidence {
  const evidence = noEvidence();
  answers.forEach((more, i) =>
    gatherEvidence(
      evidence,
      stamped(
        answered(`${more.domain ?? 'birds'}-${i}`, {
          shown: ['a', 'b', 'c', 'd'],
          difficulty: 'medium',
          ...more,
        }),
        beginning + i * 60_000,
      ),
    ),
  );
  return evidence;
}

const tries = (domain: string, right: number, of: number, more: Partial<QuestionAnswered> = {}) =>
  Array.from({ length: of }, (_, i) => ({ domain, correct: i < right, ...more }));

const forecastOf = (answers: readonly Partial<QuestionAnswered>[]) => {
  const ready = readiness(exam, rows, evidenceOf(answers), now);
  if (ready.state !== 'known') throw new Error('too few');
  return ready;
};

describe('no figure is named', () => {
  test('without an answer', () => {
    expect(readiness(exam, rows, noEvidence(), now)).toEqual({
      state: 'too-few',
      firstTries: 0,
      domain: undefined,
      missing: 30,
      command: 'cca quiz --unseen -n 30',
    });
  });

  test('below thirty first tries, however many repeats there are', () => {
    const repeats = tries('birds', 90, 90, { first: false });
    expect(
      readiness(exam, rows, evidenceOf([...tries('birds', 20, 20), ...tries('fish', 9, 9), ...repeats]), now),
    ).toMatchObject({
      state: 'too-few',
      firstTries: 29,
      missing: 1,
    });
  });

  test('with a heavy domain under three: it says which, how many, and the command', () => {
    expect(
      readiness(exam, rows, evidenceOf([...tries('birds', 30, 40), ...tries('fish', 1, 1)]), now),
    ).toMatchObject({
      state: 'too-few',
      domain: { slug: 'fish', tries: 1 },
      missing: 2,
      command: 'cca quiz --unseen --domain fish -n 5',
    });
  });

  test('from answers in domains that the exam does not have', () => {
    expect(readiness(exam, rows, evidenceOf(tries('mammals', 50, 50)), now)).toMatchObject({ firstTries: 0 });
  });
});

test('a light domain that nobody has tried does not hold the figure back', () => {
  expect(forecastOf([...tries('birds', 20, 25), ...tries('fish', 8, 10)]).state).toBe('known');
});

test('the same answers give the same figures', () => {
  const answers = [...tries('birds', 20, 30), ...tries('fish', 8, 10)];
  expect(forecastOf(answers)).toEqual(forecastOf(answers));
});

test('who gets nearly everything right will pass, who guesses will not, and bounds hold the best guess', () => {
  const strong = forecastOf([...tries('birds', 58, 60), ...tries('fish', 39, 40)]);
  const blind = forecastOf([...tries('birds', 15, 60), ...tries('fish', 10, 40)]);
  expect(strong.chance.low).toBeGreaterThan(0.8);
  expect(strong.score.mean).toBeGreaterThan(50);
  expect(blind.chance.high).toBeLessThan(0.05);
  for (const { chance, score } of [strong, blind])
    for (const { low, mean, high } of [chance, score]) {
      expect(low).toBeLessThanOrEqual(mean + 1e-3);
      expect(mean).toBeLessThanOrEqual(high + 1e-3);
    }
});

test('one more right answer never lowers the chance', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 10 }), (birds, fish) => {
      const chance = (right: number) =>
        forecastOf([...tries('birds', right, 30), ...tries('fish', fish, 10)]).chance.mean;
      expect(chance(birds + 1)).toBeGreaterThanOrEqual(chance(birds) - 1e-6);
    }),
    { numRuns: 15 },
  );
});

test('more answers of the same share narrow the bounds', () => {
  const width = (times: number) => {
    const { low, high } = forecastOf([
      ...tries('birds', 16 * times, 20 * times),
      ...tries('fish', 8 * times, 10 * times),
    ]).chance;
    return high - low;
  };
  expect(width(6)).toBeLessThan(width(1));
});

test('luck with marked guesses changes next to nothing', () => {
  const with_ = (right: number) =>
    forecastOf([
      ...tries('birds', 22, 26),
      ...tries('fish', 9, 12),
      ...tries('birds', right, 4, { guess: true }),
    ]).chance.mean;
  const unmarked = (right: number) =>
    forecastOf([...tries('birds', 22, 26), ...tries('fish', 9, 12), ...tries('birds', right, 4)]).chance.mean;
  expect(with_(4) - with_(0)).toBeLessThan((unmarked(4) - unmarked(0)) / 2);
});

test('hard questions answered say more than easy ones', () => {
  const chance = (difficulty: string) =>
    forecastOf([...tries('birds', 24, 30, { difficulty }), ...tries('fish', 8, 10, { difficulty })]).chance
      .mean;
  expect(chance('hard')).toBeGreaterThan(chance('medium'));
  expect(chance('medium')).toBeGreaterThan(chance('easy'));
});

test('being right where half are right by luck says less than where a quarter are', () => {
  const chance = (shown: string[]) =>
    forecastOf([...tries('birds', 24, 30, { shown }), ...tries('fish', 8, 10, { shown })]).domains['worms']
      ?.mean ?? 0;
  expect(chance(['a', 'b'])).not.toBeCloseTo(chance(['a', 'b', 'c', 'd']), 3);
});

test('a bank that has lost every question still says what was answered', () => {
  const ready = readiness(exam, [], evidenceOf([...tries('birds', 25, 30), ...tries('fish', 8, 10)]), now);
  expect(ready).toMatchObject({ state: 'known', firstTries: 40 });
});

test('questions asked again widen the bounds and raise the chance a little; new questions and cards alone do not', () => {
  const middling = [...tries('birds', 30, 40), ...tries('fish', 15, 20)];
  const before = evidenceOf(middling);
  const after = (more: readonly Event[]) => {
    const evidence = structuredClone(before);
    for (const event of more) gatherEvidence(evidence, event);
    const ready = readiness(exam, rows, evidence, now);
    if (ready.state !== 'known') throw new Error('too few');
    return ready.chance;
  };
  const again = Array.from({ length: 200 }, (_, i) =>
    stamped(answered(`birds-${i % 40}`, { domain: 'birds', first: false }), now),
  );
  const cards = Array.from({ length: 200 }, (_, i) => stamped(graded(`birds-${i % 40}`), now));
  const [none, repeated, carded] = [after([]), after(again), after(cards)];
  expect(repeated.mean).toBeGreaterThan(none.mean);
  expect(repeated.mean).toBeLessThan(none.mean + 0.25);
  expect(carded).toEqual(none);
});

test('who marks what was not known is believed more where nothing was marked', () => {
  const chance = (guess: boolean) =>
    forecastOf([...tries('birds', 24, 26), ...tries('fish', 8, 10), ...tries('birds', 0, 12, { guess })])
      .chance.mean;
  expect(chance(true)).toBeGreaterThan(chance(false));
});
