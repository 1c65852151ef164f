import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/question/types.ts';
import { bindings, bindingsIn, commandOf, type Command, type Situation } from '../../src/ui/keys.ts';

const shapes: readonly Shape[] = ['one', 'several', 'text', 'order', 'pairs'];
const situations: readonly Situation[] = ['question', 'verdict'];
const ofCards: readonly Situation[] = ['front', 'back', 'done'];
const everywhere = situations.flatMap(situation => shapes.map(shape => [situation, shape] as const));

test.each(bindings.map(binding => [binding.command, binding] as const))(
  '%s is on the help screen, and holds somewhere',
  (_command, { help, keys, in: holdsIn, shapes: holdsFor }) => {
    expect(help).toMatch(/^\S.+\S$/);
    expect(keys.length).toBeGreaterThan(0);
    expect(holdsIn.length).toBeGreaterThan(0);
    expect(holdsFor?.length).not.toBe(0);
  },
);

const exams = (['exam', 'report', 'review'] as const).flatMap(situation =>
  shapes.map(shape => [situation, shape] as const),
);

test.each([...everywhere, ...exams])(
  'at a %s of the shape "%s" no key and no word means two things',
  (situation, shape) => {
    const bound = bindingsIn(situation, shape);
    const keys = bound.flatMap(binding => binding.keys);
    expect(keys).toEqual([...new Set(keys)]);
    const words = bound.flatMap(binding => binding.word ?? []);
    expect(words).toEqual([...new Set(words)]);
  },
);

test('every key asks for what its row says, in each situation and shape it holds in, and nowhere else', () => {
  for (const [situation, shape] of everywhere)
    for (const { command, keys } of bindings) {
      const holds = bindingsIn(situation, shape).some(binding => binding.command === command);
      for (const key of keys.map(name => name.replace('1-9', '5')))
        expect(commandOf(key, situation, shape) === command, `${key} at ${situation} ${shape}`).toBe(
          holds &&
            bindingsIn(situation, shape).some(
              b => b.command === command && b.keys.includes(key === '5' ? '1-9' : key),
            ),
        );
    }
});

describe('a key at a question', () => {
  test.each<[string, Shape, Command | undefined]>([
    ['1', 'one', 'answer'],
    ['9', 'several', 'answer'],
    ['0', 'one', undefined],
    ['1', 'text', undefined],
    ['up', 'one', 'move'],
    ['j', 'pairs', 'move'],
    ['return', 'one', 'take'],
    ['enter', 'text', 'take'],
    ['space', 'order', 'toggle'],
    ['space', 'one', undefined],
    ['n', 'one', 'skip'],
    ['right', 'several', 'skip'],
    ['g', 'one', 'guess'],
    ['f', 'text', 'flag'],
    ['c', 'pairs', 'clear'],
    ['e', 'one', 'exhibit'],
    ['pagedown', 'one', 'scroll'],
    ['r', 'one', 'report'],
    ['?', 'one', 'help'],
    ['q', 'one', 'leave'],
    ['escape', 'one', undefined],
    ['z', 'one', undefined],
  ])('%s, shape %s: %s', (key, shape, command) => {
    expect(commandOf(key, 'question', shape)).toBe(command);
  });
});

test.each(shapes)(
  'at a verdict (%s) only Enter and Space go on; digits, letters and arrows do not',
  shape => {
    const goOn = [
      'return',
      'enter',
      'space',
      '1',
      '2',
      'a',
      'n',
      'j',
      'k',
      'y',
      'right',
      'left',
      'up',
      'down',
      'escape',
      'tab',
    ];
    expect(goOn.filter(key => commandOf(key, 'verdict', shape) === 'continue')).toEqual([
      'return',
      'enter',
      'space',
    ]);
    expect(commandOf('1', 'verdict', shape)).toBeUndefined();
    expect(commandOf('n', 'verdict', shape)).toBeUndefined();
  },
);

test.each(everywhere)(
  'at a %s of the shape "%s" flag, report, help and leaving are always at hand',
  (situation, shape) => {
    const commands = bindingsIn(situation, shape).map(binding => binding.command);
    expect(commands).toEqual(
      expect.arrayContaining(['flag', 'report', 'help', 'leave', 'exhibit', 'scroll']),
    );
  },
);

test('the words of plain mode are the ones the issue promises', () => {
  expect(bindingsIn('question', 'one').flatMap(binding => binding.word ?? [])).toEqual([
    'guess',
    'flag',
    'skip',
    'report',
    'help',
    'quit',
  ]);
});

test.each(ofCards)('with cards (%s) no key and no word means two things', situation => {
  const bound = bindingsIn(situation, 'one');
  for (const names of [bound.flatMap(binding => binding.keys), bound.flatMap(binding => binding.word ?? [])])
    expect(names).toEqual([...new Set(names)]);
});

test.each<[string, Situation, Command | undefined]>([
  ['space', 'front', 'reveal'],
  ['return', 'front', 'reveal'],
  ['1', 'front', undefined],
  ['1', 'back', 'grade'],
  ['4', 'back', 'grade'],
  ['space', 'back', undefined],
  ['return', 'back', undefined],
  ['o', 'front', 'options'],
  ['u', 'front', 'undo'],
  ['u', 'back', 'undo'],
  ['u', 'done', 'undo'],
  ['return', 'done', 'continue'],
  ['b', 'back', 'bury'],
  ['s', 'front', 'suspend'],
  ['f', 'back', 'flag'],
  ['e', 'front', 'exhibit'],
  ['q', 'done', 'leave'],
])('with cards %s at the %s: %s', (key, situation, command) => {
  expect(commandOf(key, situation, 'one')).toBe(command);
});
