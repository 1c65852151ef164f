import { describe, expect, test } from 'vitest';
import { cuesOf, type Cue, type Guessable } from '../../src/bank/cues.ts';

/** A question whose options are these texts, the key marked with `*`. */
function asking(...texts: readonly string[]): Guessable {
  const options = texts.map((text, index) => ({
    id: `o${index}`,
    text: text.replace('*', ''),
    key: text.startsWith('*'),
    why: '',
  }));
  return { id: 'q', stem: 'Which bird sings at night near `water`?', options };
}

const named = (name: string, questions: readonly Guessable[]): Cue =>
  cuesOf(questions).find(cue => cue.name === name) as Cue;

describe('picking by a cue', () => {
  test.each([
    ['longest option', asking('*longer', 'short', 'tiny'), 1],
    ['longest option', asking('longer', '*short', 'tiny'), 0],
    ['shortest option', asking('longer', 'short', '*tiny'), 1],
    ['most words of the stem', asking('the bird sings', '*a night of water', 'the sea'), 1 / 2],
    ['most words of the stem', asking('the bird', '*the night near water', 'sea'), 1],
  ])('%s: hits the key this often', (name, question, value) => {
    expect(named(name, [question]).value).toBeCloseTo(value);
  });

  test('options that tie are chosen from blindly', () => {
    expect(named('longest option', [asking('*aaaa', 'bbbb', 'c')]).value).toBeCloseTo(0.5);
    expect(named('most words of the stem', [asking('*x', 'y', 'z')]).value).toBeCloseTo(1 / 3);
  });

  test('backticks are not seen, so they make no option longer', () => {
    expect(named('longest option', [asking('*`aa`', 'bbb', 'b')]).value).toBe(0);
  });

  test('chance is the mean of 1/options, and bounds are points from it', () => {
    const questions = [asking('*a', 'b'), asking('*a', 'b', 'c', 'd')];
    expect(named('longest option', questions)).toMatchObject({
      chance: 0.375,
      most: 0.425,
      least: undefined,
    });
    expect(named('shortest option', questions)).toMatchObject({ least: 0.275, most: 0.475 });
    expect(named('most words of the stem', questions).most).toBeCloseTo(0.475);
  });
});

describe('positions', () => {
  const keyAt = (place: number, of: number) =>
    asking(...Array.from({ length: of }, (_, i) => (i === place ? '*x' : 'x')));

  test('are counted apart for each number of options', () => {
    const questions = [
      ...Array.from({ length: 60 }, (_, i) => keyAt(i % 3, 3)),
      ...Array.from({ length: 60 }, () => keyAt(3, 4)),
    ];
    const positions = cuesOf(questions).filter(({ name }) => name.startsWith('option '));
    expect(positions.map(({ name, value, fits }) => [name, value, fits])).toEqual([
      ['option 1 of 3', 1 / 3, true],
      ['option 2 of 3', 1 / 3, true],
      ['option 3 of 3', 1 / 3, true],
      ['option 1 of 4', 0, true],
      ['option 2 of 4', 0, true],
      ['option 3 of 4', 0, true],
      ['option 4 of 4', 1, false],
    ]);
  });

  test('say nothing of fewer than fifty questions', () => {
    const few = Array.from({ length: 49 }, () => keyAt(0, 3));
    expect(cuesOf(few).some(({ name }) => name.startsWith('option '))).toBe(false);
  });
});

describe('lengths', () => {
  test.each([
    [['*12345', '12345', '12345'], 1, true],
    [['*123456', '12345', '12345'], 1.2, false],
    [['*1234', '123', '12345'], 1, true],
    [['*1234', '12345', '12345'], 0.8, false],
  ] as const)('%j: the key against the mean of its distractors is %d', (texts, ratio, fits) => {
    expect(named('key/distractor length', [asking(...texts)])).toMatchObject({ value: ratio, fits });
  });

  test('the ratio is the median over questions, so that one odd question does not decide', () => {
    const odd = asking('*1234567890', '1', '1');
    const even = asking('*1', '1', '1');
    expect(named('key/distractor length', [odd, even, even]).value).toBe(1);
  });
});

test('absolute words are counted in options, not in code, and named with their places', () => {
  const found = named('always, never, only, all', [
    asking('*Only this one', 'it never sings', '`--all`', 'a rally'),
    asking('*x', 'ALL of it'),
  ]);
  expect(found.where).toEqual(['q/o0*', 'q/o1', 'q/o1']);
  expect(found).toMatchObject({ of: 3, chance: 0.375, fits: true });
  expect(found.value).toBeCloseTo(1 / 3);
});

test('a bank without a question to guess has cues without a value, and none out of bounds', () => {
  const cues = cuesOf([]);
  expect(cues.map(({ value }) => value)).toEqual(cues.map(() => undefined));
  expect(cues.every(({ fits }) => fits)).toBe(true);
});
