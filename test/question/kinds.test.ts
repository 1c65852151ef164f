import { expect, test, vi } from 'vitest';
import { exportEntry } from '../../src/report/entry.ts';
import { jsonSchemas } from '../../src/bank/schema.ts';
import { kindNames } from '../../src/question/kinds/index.ts';
import type { QuestionKind, Zod } from '../../src/question/types.ts';
import { viewOf } from '../../src/session/view.ts';
import { topic } from '../support/banks.ts';
import { compileTexts, questionsOf, sample, sampleKinds, type SampleKind } from '../support/compiled.ts';
import { act, quizOf } from '../support/sessions.ts';

// A kind that is not in the program: a statement that is judged yes or no, on the shape `one`.
vi.mock('../../src/question/kinds/index.ts', async original => {
  const whole = await original<typeof import('../../src/question/kinds/index.ts')>();
  const { kinds } = whole;
  const fields = (z: Zod) => ({ yes: z.boolean(), why: z.string() });
  const yesOrNo: QuestionKind<ReturnType<typeof fields>> = {
    shape: 'one',
    interaction: 'other',
    fields,
    respond: ({ yes, why }) => ({
      shape: 'one',
      interaction: 'other',
      options: [
        { id: 'yes', text: 'Yes', key: yes, why },
        { id: 'no', text: 'No', key: !yes, why },
      ],
      fixed: true,
    }),
    flaws: () => [],
  };
  const all = { ...kinds, 'yes-or-no': yesOrNo };
  return { ...whole, kinds: all, kindNames: Object.keys(all) };
});

const entry = (yes: string) => `
  - id: birds-air-wings
    revision: 1
    kind: yes-or-no
    objective: flight
    difficulty: easy
    stem: Do birds have wings?
    yes: ${yes}
    why: They do.
    rationale: Wings are what birds fly with.
    sources: [{url: https://example.org/page, section: Facts, checked: 2026-11-21}]
    versions: {from: "1.0"}`;

test('a new kind on an existing shape is one row: it is read, checked, asked, graded and exported', () => {
  expect(compileTexts({ 'birds/air.yaml': topic(entry('perhaps')) }).issues).toMatchObject([
    { rule: 'wrong-value', line: 8, column: 10 },
  ]);
  const question = questionsOf(entry('true'));
  const asked = quizOf(question);
  expect(viewOf(asked)).toMatchObject({
    kind: 'yes-or-no',
    response: { shape: 'one', wanted: 1, items: [{ text: 'Yes' }, { text: 'No' }] },
  });
  const judged = act(asked, { type: 'answer', answer: { ids: ['yes'] }, guess: false });
  expect(viewOf(judged)).toMatchObject({ screen: 'verdict', correct: true, key: { ids: ['yes'] } });
  expect(question.map(exportEntry)).toMatchObject([
    { kind: 'yes-or-no', options: [{ key: true }, { key: false }] },
  ]);
  expect(JSON.stringify(jsonSchemas().topic)).toContain('"const":"yes-or-no"');
});

test.each<[SampleKind, string]>([
  ['single', 'one'],
  ['multiple', 'several'],
  ['true-false', 'one'],
  ['fill-in', 'text'],
  ['ordering', 'order'],
  ['matching', 'pairs'],
])('%s questions are answered in the shape %s', (kind, shape) => {
  expect(sample(kind).response.shape).toBe(shape);
});

test('there is a sample of every kind, for the tests that hold for all', () => {
  expect([...sampleKinds, 'yes-or-no']).toEqual(kindNames);
});
