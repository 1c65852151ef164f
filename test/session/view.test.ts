import { describe, expect, test } from 'vitest';
import { keyOf } from '../../src/question/shapes/index.ts';
import type { Answer, Question } from '../../src/question/types.ts';
import type { Action } from '../../src/session/action.ts';
import { viewOf, type QuestionView, type VerdictView } from '../../src/session/view.ts';
import { entryOf } from '../support/banks.ts';
import { questionsOf, sample, sampleKinds, type SampleKind } from '../support/compiled.ts';
import { act, quizOf } from '../support/sessions.ts';

const give = (answer: Answer, guess = false): Action => ({ type: 'answer', answer, guess });
const three = questionsOf(...['a', 'b', 'c'].map(name => entryOf.single(`birds-air-${name}`)));

const asked = (...questions: Question[]) => viewOf(quizOf(questions)) as QuestionView;
const judged = (kind: SampleKind, answer: Answer) =>
  viewOf(act(quizOf([sample(kind)]), give(answer))) as VerdictView;

describe('before the answer nothing gives the key away', () => {
  test.each(sampleKinds)('%s', kind => {
    const question = sample(kind);
    const told = JSON.stringify(asked(question));
    const { response, rationale, sources } = question;
    expect(told).not.toMatch(/"(?:key|why|answers|mistakes|pairs|rationale|sources|correct|isKey|last)":/);
    expect(told).not.toContain(rationale);
    for (const { url } of sources) expect(told).not.toContain(url);
    for (const why of textsAt(response, 'why')) expect(told).not.toContain(why);
    if (response.shape === 'text')
      for (const text of [...response.answers, ...response.mistakes.map(mistake => mistake.text)])
        expect(told).not.toContain(text);
  });

  test.each(sampleKinds)('%s: also when it was skipped, flagged and reported', kind => {
    const two = [sample(kind), ...questionsOf(entryOf.single('birds-air-z'))];
    const actions: Action[] = [
      { type: 'flag' },
      { type: 'report', note: 'odd' },
      { type: 'skip' },
      give({ ids: ['key'] }),
      { type: 'continue' },
    ];
    const view = viewOf(actions.reduce((session, action) => act(session, action), quizOf(two)));
    expect(view).toMatchObject({ screen: 'question', id: two[0]?.id, wasSkipped: true });
    expect(JSON.stringify(view)).not.toContain(two[0]?.rationale);
  });
});

/** Every text that stands under a field, however deep. */
function textsAt(value: unknown, field: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === field && typeof inner === 'string' ? [inner] : textsAt(inner, field),
  );
}

describe('a question is shown with what the learner needs to answer it', () => {
  test.each<[SampleKind, QuestionView['response']]>([
    [
      'single',
      {
        shape: 'one',
        wanted: 1,
        items: items('key', 'The right one', 'near', 'A near miss', 'far', 'A far miss'),
        against: [],
      },
    ],
    [
      'multiple',
      {
        shape: 'several',
        wanted: 2,
        items: items(
          'key-1',
          'The first right one',
          'key-2',
          'The second right one',
          'wrong-1',
          'The first wrong one',
          'wrong-2',
          'The second wrong one',
        ),
        against: [],
      },
    ],
    ['true-false', { shape: 'one', wanted: 1, items: items('true', 'True', 'false', 'False'), against: [] }],
    ['fill-in', { shape: 'text', wanted: 1, items: [], against: [] }],
    [
      'ordering',
      { shape: 'order', wanted: 3, items: items('a', 'Step A', 'b', 'Step B', 'c', 'Step C'), against: [] },
    ],
    [
      'matching',
      {
        shape: 'pairs',
        wanted: 2,
        items: items('a', 'Left A', 'b', 'Left B'),
        against: items('1', 'Right one', '2', 'Right two', '3', 'Right three'),
      },
    ],
  ])('%s', (kind, response) => {
    expect(asked(sample(kind)).response).toEqual(response);
  });

  test('in the order drawn', () => {
    const view = viewOf(
      quizOf([], { seats: [{ question: sample('single'), orders: { shown: ['far', 'key', 'near'] } }] }),
    );
    expect((view as QuestionView).response.items.map(({ id }) => id)).toEqual(['far', 'key', 'near']);
  });

  test('with titles for domain and objective, and slugs where there are none', () => {
    expect(asked(sample('single'))).toMatchObject({ domain: 'Birds', objective: 'How birds fly' });
    const view = viewOf(quizOf(three, { titles: { domains: {}, objectives: {} } }));
    expect(view).toMatchObject({ domain: 'birds', objective: 'flight' });
  });

  test('with its exhibits', () => {
    const exhibit = '\n    exhibits: [{language: yaml, title: a.yaml, text: "a: b"}]';
    expect(asked(...questionsOf(entryOf.single('birds-air-a', exhibit))).exhibits).toMatchObject([
      { language: 'yaml', title: 'a.yaml', text: 'a: b' },
    ]);
  });
});

/** Items from ids and texts, one after the other. */
function items(...words: string[]): { id: string; text: string }[] {
  return words.flatMap((id, i) => (i % 2 === 0 ? [{ id, text: words[i + 1] as string }] : []));
}

test('every screen says where the learner stands', () => {
  const steps: [Action | undefined, object][] = [
    [undefined, { screen: 'question', number: 1, of: 3, right: 0, wrong: 0, isNew: true, isFlagged: false }],
    [{ type: 'flag' }, { number: 1, isFlagged: true }],
    [give({ ids: ['key'] }), { screen: 'verdict', number: 1, right: 1, wrong: 0, isLast: false }],
    [{ type: 'continue' }, { screen: 'question', number: 2, isFlagged: false }],
    [{ type: 'skip' }, { screen: 'question', number: 2, id: 'birds-air-c', wasSkipped: false }],
    [give({ ids: ['far'] }), { screen: 'verdict', number: 2, right: 1, wrong: 1, isLast: false }],
    [{ type: 'continue' }, { screen: 'question', number: 3, id: 'birds-air-b', wasSkipped: true }],
    [give({ ids: ['key'] }, true), { screen: 'verdict', number: 3, isLast: true, guess: true }],
    [{ type: 'continue' }, { screen: 'summary', open: 0, seed: 'seed', given: false }],
  ];
  let session = quizOf(three, { seenBefore: new Set(['birds-air-b']) });
  for (const [action, expected] of steps) {
    if (action) session = act(session, action);
    expect(viewOf(session)).toMatchObject(expected);
  }
});

describe('a verdict says what was given, the key, and why', () => {
  test('for a choice: a reason for each option, in the order shown', () => {
    expect(judged('multiple', { ids: ['wrong-2', 'key-1'] })).toMatchObject({
      correct: false,
      key: { ids: ['key-1', 'key-2'] },
      grade: { right: ['key-1'], wrong: ['wrong-2'] },
      reasons: [
        { id: 'key-1', isKey: true, chosen: true, why: 'It is right.' },
        { id: 'key-2', isKey: true, chosen: false },
        { id: 'wrong-1', isKey: false, chosen: false },
        { id: 'wrong-2', isKey: false, chosen: true, why: 'It is wrong too.' },
      ],
    });
  });

  test('for a typed line: why the key is right, and what was wrong with a known mistake', () => {
    expect(judged('fill-in', { text: 'tool list -n x' })).toMatchObject({
      correct: false,
      key: { text: 'tool get --namespace x' },
      reasons: [
        { id: 'key', text: 'tool get --namespace x', why: 'It gets things of a namespace.', isKey: true },
        { id: 'listed', why: 'There is no list.', isKey: false, chosen: true },
      ],
    });
    expect(judged('fill-in', { text: 'tool find' }).reasons).toHaveLength(1);
  });

  test('for an order: the items in the right one, and which stood there', () => {
    expect(judged('ordering', { ids: ['b', 'a', 'c'] }).reasons).toMatchObject([
      { id: 'a', chosen: false },
      { id: 'b', chosen: false },
      { id: 'c', chosen: true },
    ]);
  });

  test('for pairs: each left item with its right one', () => {
    const pairs = [
      ['a', '1'],
      ['b', '3'],
    ] as const;
    expect(judged('matching', { pairs }).reasons).toMatchObject([
      { id: 'a', text: 'Left A = Right one', why: 'They belong together.', chosen: true },
      { id: 'b', text: 'Left B = Right two', why: 'These too.', chosen: false },
    ]);
  });

  test.each(sampleKinds)('%s: with the rationale and what to read', kind => {
    const question = sample(kind);
    const view = judged(kind, keyOf(question.response));
    expect(view).toMatchObject({ correct: true, rationale: question.rationale, sources: question.sources });
  });
});
