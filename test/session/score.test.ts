import { expect, test } from 'vitest';
import type { Question } from '../../src/question/types.ts';
import type { Action } from '../../src/session/action.ts';
import { scoreOf } from '../../src/session/score.ts';
import { entryOf } from '../support/banks.ts';
import { questionsOf } from '../support/compiled.ts';
import { beginning } from '../support/events.ts';
import { act, quizOf } from '../support/sessions.ts';

/** What becomes of a question: right, wrong, guessed right or wrong, or skipped twice. */
type Fate = 'right' | 'wrong' | 'lucky' | 'unlucky' | 'skipped';

const question = (name: string, more: Partial<Question> = {}): Question => ({
  ...(questionsOf(entryOf.single(`birds-air-${name}`))[0] as Question),
  ...more,
});

/** The score of a quiz over these questions, two seconds each. */
function scored(fates: readonly (readonly [Question, Fate])[]) {
  let session = quizOf(fates.map(([asked]) => asked));
  let at = beginning;
  const take = (action: Action) => (session = act(session, action, at));
  while (session.phase !== 'over') {
    const [, fate] = fates[session.queue[0] as number] as readonly [Question, Fate];
    at += 2000;
    if (fate === 'skipped') {
      take({ type: 'skip' });
      continue;
    }
    const isRight = fate === 'right' || fate === 'lucky';
    const guess = fate === 'lucky' || fate === 'unlucky';
    take({ type: 'answer', answer: { ids: [isRight ? 'key' : 'near'] }, guess });
    take({ type: 'continue' });
  }
  return scoreOf(session);
}

test('a score counts what was answered, right, guessed and missed, and how long it took', () => {
  const fates = [
    [question('a'), 'right'],
    [question('b'), 'wrong'],
    [question('c'), 'lucky'],
    [question('d'), 'unlucky'],
    [question('e'), 'skipped'],
  ] as const;
  expect(scored(fates)).toMatchObject({
    right: 2,
    answered: 4,
    of: 5,
    ms: 8000,
    guessed: { right: 1, answered: 2 },
    sure: { right: 1, answered: 2 },
    missed: ['birds-air-b', 'birds-air-d'],
  });
});

test('a skipped question does not count', () => {
  expect(scored([[question('a'), 'skipped']])).toMatchObject({ right: 0, answered: 0, of: 1, missed: [] });
});

test('domains and objectives come weakest first, among equals the one with more answers', () => {
  const fates = [
    [question('a', { objective: 'good' }), 'right'],
    [question('b', { objective: 'half' }), 'right'],
    [question('c', { objective: 'half' }), 'wrong'],
    [question('d', { objective: 'bad' }), 'wrong'],
    [question('e', { objective: 'worse' }), 'wrong'],
    [question('f', { objective: 'worse' }), 'wrong'],
    [question('g', { objective: 'good', domain: 'fish' }), 'right'],
  ] as const;
  const { objectives, domains } = scored(fates);
  expect(objectives.map(({ title, right, answered }) => `${title} ${right}/${answered}`)).toEqual([
    'worse 0/2',
    'bad 0/1',
    'half 1/2',
    'good 2/2',
  ]);
  expect(domains.map(({ title, right, answered }) => `${title} ${right}/${answered}`)).toEqual([
    'Birds 2/6',
    'Fish 1/1',
  ]);
});

test('what to read is the pages of the questions missed, each once', () => {
  const page = (name: string) => ({
    sources: [{ url: `https://example.org/${name}`, section: 'Facts', checked: '2026-11-21' }],
  });
  const fates = [
    [question('a', page('one')), 'wrong'],
    [question('b', page('one')), 'wrong'],
    [question('c', page('two')), 'unlucky'],
    [question('d', page('three')), 'right'],
    [question('e', page('four')), 'skipped'],
  ] as const;
  const { objectives } = scored(fates);
  expect(objectives.map(({ read }) => read.map(({ url }) => url))).toEqual([
    ['https://example.org/one', 'https://example.org/two'],
  ]);
});

test('a session that is left has a score of what was answered so far', () => {
  const session = act(quizOf([question('a'), question('b')]), {
    type: 'answer',
    answer: { ids: ['key'] },
    guess: false,
  });
  expect(scoreOf(session)).toMatchObject({ right: 1, answered: 1, of: 2 });
});
