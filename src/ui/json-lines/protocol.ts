import * as z from 'zod';
import type { Action } from '../../session/action.ts';
import type { View } from '../../session/view.ts';
import type { Grade } from '../../schedule/memory.ts';

/** Raised with any change that a reader of protocol 1 could trip over. */
export const protocolVersion = 1;

const grades = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Grade[];
const note = z.string().min(1).max(2000);
const guess = z.boolean().default(false).describe('Recorded with the answer');

/** What a program may send: one object a line. */
export const actionSchema = z.union([
  z.strictObject({
    type: z.literal('answer'),
    ids: z.array(z.string()).describe('Chosen ids, or all ids in order'),
    guess,
  }),
  z.strictObject({ type: z.literal('answer'), text: z.string().describe('A typed answer'), guess }),
  z.strictObject({
    type: z.literal('answer'),
    pairs: z.array(z.tuple([z.string(), z.string()])).describe('[left id, right id]'),
    guess,
  }),
  z.strictObject({ type: z.literal('continue') }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('flag') }),
  z.strictObject({ type: z.literal('report'), note }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({
    type: z.literal('choose'),
    ids: z.array(z.string()).nullable().describe('In an exam: marked ids; null clears'),
    guess,
  }),
  z.strictObject({ type: z.literal('go'), seat: z.int().min(0).describe('In an exam: a question, from 0') }),
  z.strictObject({ type: z.literal('hide-clock') }),
  z.strictObject({ type: z.literal('submit') }),
  z.strictObject({ type: z.literal('reveal') }).describe('With a card: shows the back'),
  z.strictObject({ type: z.literal('options') }),
  z.strictObject({ type: z.literal('grade'), grade: z.enum(grades) }),
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('bury') }),
  z.strictObject({ type: z.literal('suspend') }),
]);

const item = z.object({ id: z.string(), text: z.string() });
const source = z.object({ url: z.string(), section: z.string(), checked: z.string() });
const answer = z.union([
  z.object({ ids: z.array(z.string()) }),
  z.object({ text: z.string() }),
  z.object({ pairs: z.array(z.tuple([z.string(), z.string()])) }),
]);
const part = z.object({ title: z.string(), right: z.int(), answered: z.int(), read: z.array(source) });

const question = {
  mode: z.string(),
  id: z.string(),
  kind: z.string(),
  domain: z.string(),
  objective: z.string(),
  difficulty: z.string(),
  number: z.int(),
  of: z.int(),
  right: z.int(),
  wrong: z.int(),
  isNew: z.boolean(),
  isFlagged: z.boolean(),
  wasSkipped: z.boolean(),
  stem: z.string(),
  exhibits: z.array(z.object({ language: z.string(), title: z.string().optional(), text: z.string() })),
  response: z.object({
    shape: z.enum(['one', 'several', 'text', 'order', 'pairs']),
    wanted: z.int(),
    items: z.array(item),
    against: z.array(item),
  }),
};

/** What a program receives: one object a line. The key is in `verdict` and never before it. */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.literal(protocolVersion), notices: z.array(z.string()) }),
  z.object({ type: z.literal('question'), ...question }),
  z.object({
    type: z.literal('verdict'),
    ...question,
    correct: z.boolean(),
    guess: z.boolean(),
    answer,
    key: answer,
    compared: z.object({ typed: z.string(), key: z.string() }).optional(),
    grade: z.object({ correct: z.boolean(), right: z.array(z.string()), wrong: z.array(z.string()) }),
    reasons: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        why: z.string().optional(),
        isKey: z.boolean(),
        chosen: z.boolean(),
      }),
    ),
    rationale: z.string(),
    earlier: z
      .object({ option: z.string(), day: z.string() })
      .optional()
      .describe('A wrong option that was taken in an earlier session too'),
    sources: z.array(source),
    isLast: z.boolean(),
  }),
  z.object({
    type: z.literal('exam'),
    mode: z.string(),
    name: z.string(),
    id: z.string(),
    kind: z.string(),
    number: z.int(),
    of: z.int(),
    answered: z.int(),
    deadline: z.number().nullable().describe('Milliseconds since 1970'),
    isClockHidden: z.boolean(),
    isFlagged: z.boolean(),
    guess: z.boolean(),
    answer: answer.nullable(),
    stem: question.stem,
    exhibits: question.exhibits,
    response: question.response,
    map: z.array(z.object({ isSeen: z.boolean(), isAnswered: z.boolean(), isFlagged: z.boolean() })),
  }),
  z.object({
    type: z.literal('card'),
    mode: z.string(),
    name: z.string(),
    id: z.string(),
    kind: z.string(),
    domain: z.string(),
    objective: z.string(),
    due: z.int(),
    fresh: z.int(),
    done: z.int(),
    isNew: z.boolean(),
    isFlagged: z.boolean(),
    lapses: z.int(),
    isLeech: z.boolean(),
    canUndo: z.boolean(),
    front: z.string(),
    exhibits: question.exhibits,
    hasOptions: z.boolean(),
    options: z.array(item).nullable().describe('Once asked for'),
    back: z
      .object({
        key: z.array(z.string()),
        why: z.string(),
        sources: z.array(source),
        place: z.string(),
        grades: z.array(
          z.object({
            grade: z.enum(grades),
            comesBack: z.union([z.object({ minutes: z.int() }), z.object({ days: z.int() })]).nullable(),
          }),
        ),
      })
      .nullable()
      .describe('Once revealed'),
  }),
  z.object({
    type: z.literal('cards-done'),
    mode: z.string(),
    name: z.string(),
    done: z.int(),
    canUndo: z.boolean(),
  }),
  z.object({
    type: z.literal('error'),
    state: z.enum(['unreadable', 'refused', 'unsaved']),
    message: z.string(),
  }),
  z.object({
    type: z.literal('end'),
    ending: z.enum(['over', 'left', 'interrupted']),
    session: z.string(),
    seed: z.string(),
    given: z.boolean(),
    open: z.int(),
    dry: z.boolean(),
    cards: z.unknown().optional().describe('Of a session of cards: how it went'),
    exam: z.unknown().optional().describe('Once an exam is handed in: its report'),
    unsaved: z.string().optional().describe('Why the last thing could not be saved'),
    resume: z.string().nullable(),
    score: z.object({
      right: z.int(),
      answered: z.int(),
      of: z.int(),
      ms: z.number(),
      domains: z.array(part),
      objectives: z.array(part),
      guessed: z.object({ right: z.int(), answered: z.int() }),
      sure: z.object({ right: z.int(), answered: z.int() }),
      missed: z.array(z.string()),
    }),
  }),
]);

export type Message = z.input<typeof messageSchema>;

/** The JSON Schema of both directions. */
export const protocolSchema = () => ({
  title: 'cca --json-lines, protocol 1',
  $defs: {
    action: z.toJSONSchema(actionSchema, { io: 'input' }),
    message: z.toJSONSchema(messageSchema),
  },
});

/** Reads a line as an action, or says what is wrong with it. */
export function readAction(line: string): Action | { readonly unreadable: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { unreadable: 'This line is not JSON. Send one object a line, such as {"type":"skip"}.' };
  }
  const read = actionSchema.safeParse(value);
  if (!read.success)
    return {
      unreadable:
        'This is not an action. The types are answer (with ids, text or pairs), continue, skip, flag, report (with note) and leave; the README lists those of exams and cards.',
    };
  const action = read.data;
  if (action.type === 'choose')
    return { type: 'choose', answer: action.ids && { ids: action.ids }, guess: action.guess };
  if (action.type !== 'answer') return action;
  const { guess: guessed } = action;
  const given =
    'ids' in action
      ? { ids: action.ids }
      : 'text' in action
        ? { text: action.text }
        : { pairs: action.pairs };
  return { type: 'answer', answer: given, guess: guessed };
}

/** A view as a message. Colouring is left out: it is for terminals. */
export function viewMessage(view: Exclude<View, { screen: 'summary' }>): object {
  if (view.screen === 'cards-done') return { ...view, screen: undefined, type: view.screen };
  const { screen, ...rest } = view;
  const whole =
    'deadline' in rest
      ? { ...rest, deadline: rest.deadline ?? null, answer: rest.answer ?? null }
      : 'front' in rest
        ? { ...rest, options: rest.options ?? null, back: rest.back ?? null }
        : rest;
  return {
    type: screen,
    ...whole,
    exhibits: view.exhibits.map(({ language, title, text }) => ({ language, title, text })),
  };
}
