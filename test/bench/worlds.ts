import type { Draft, Event } from '../../src/events/events.ts';
import type { Item, SimulatedBank, SimulatedLearner } from './simulated-learner.ts';

/** How the learners of a world study. */
export interface World {
  readonly name: string;
  /** Which questions a session asks, by its number from 0. */
  choose(so: Study, session: number): readonly Item[];
  /** Cards looked at between two sessions. */
  readonly cards: number;
  readonly grows: boolean;
  /** How many of the bank's questions there are; all when absent. */
  readonly questions?: number;
}

/** What a learner has come upon so far. */
export interface Study {
  readonly learner: SimulatedLearner;
  readonly bank: SimulatedBank;
  readonly pool: readonly Item[];
  readonly exposed: Set<string>;
  readonly missed: Set<string>;
}

const perSession = 20;

/** Seats by weight; in each domain what was never seen first. */
function unseenFirst({ learner, bank, pool, exposed }: Study): Item[] {
  const { chance } = learner;
  const { domains } = bank.blueprint;
  const offset = chance.next();
  let passed = 0;
  const taken = domains.flatMap(({ slug, weight }) => {
    const before = Math.ceil(passed - offset);
    passed += (weight * perSession) / 100;
    const count = Math.ceil(passed - offset) - before;
    const own = chance.shuffle(pool.filter(({ row }) => row.domain === slug));
    const fresh = own.filter(({ row }) => !exposed.has(row.id));
    const seen = own.filter(({ row }) => exposed.has(row.id));
    return [...fresh, ...seen].slice(0, count);
  });
  return chance.shuffle(taken);
}

function missedOnes({ learner, pool, missed }: Study): Item[] {
  return learner.chance.shuffle(pool.filter(({ row }) => missed.has(row.id))).slice(0, perSession);
}

export const worlds: readonly World[] = [
  { name: 'A', choose: unseenFirst, cards: 0, grows: false },
  {
    name: 'B',
    choose: (so, session) => (session % 3 === 2 ? missedOnes(so) : unseenFirst(so)),
    cards: 10,
    grows: false,
  },
  {
    name: 'C',
    choose: ({ learner, pool }) => learner.chance.shuffle(pool).slice(0, perSession),
    cards: 0,
    grows: true,
    questions: 150,
  },
];

const start = Date.UTC(2026, 0, 5, 18);
const dayMs = 86_400_000;

/** Plays a learner's study and hands on every event; `at` is called when one of these numbers of answers is reached. */
export function play(
  world: World,
  bank: SimulatedBank,
  learner: SimulatedLearner,
  marks: readonly number[],
  take: (event: Event) => void,
  at: (answers: number, now: number) => void,
): void {
  const pool =
    world.questions === undefined
      ? learner.items
      : learner.chance.shuffle(learner.items).slice(0, world.questions);
  const so: Study = { learner, bank, pool, exposed: new Set(), missed: new Set() };
  let answers = 0;
  let moment = start;
  const stamp = (draft: Draft): Event => {
    moment += 40_000;
    return { ...draft, v: 1, id: String(moment), time: new Date(moment).toISOString(), offset: 0 };
  };
  for (let session = 0; answers < (marks.at(-1) as number); session++) {
    const before = new Set(so.exposed);
    const day = (moment - start) / dayMs;
    for (const item of world.choose(so, session)) {
      take(stamp(answerTo(item, so, before, day)));
      answers++;
      if (marks.includes(answers)) at(answers, moment);
    }
    if (world.grows) learner.grow();
    moment += (1 + learner.chance.below(2)) * dayMs;
    for (const item of cardsFor(so, world.cards)) {
      learner.review(item, day);
      so.exposed.add(item.row.id);
      take(stamp(cardEvent(item, bank.blueprint.id)));
    }
  }
}

function answerTo({ row, floor, threshold }: Item, so: Study, before: Set<string>, day: number): Draft {
  const { correct, guess } = so.learner.answer({ row, floor, threshold }, day);
  so.exposed.add(row.id);
  if (correct) so.missed.delete(row.id);
  else so.missed.add(row.id);
  const { shown, wanted } = so.bank.shapes.get(row.id) ?? { shown: [], wanted: [] };
  return {
    type: 'question-answered',
    session: `day-${day}`,
    mode: 'quiz',
    bank: so.bank.blueprint.id,
    question: row.id,
    revision: row.revision,
    domain: row.domain,
    objective: row.objective,
    kind: row.kind,
    difficulty: row.difficulty ?? 'medium',
    shown,
    answer: { ids: wanted },
    correct,
    guess,
    ms: 40_000,
    first: !before.has(row.id),
  };
}

/** Mostly what was seen before, one in five new. */
function cardsFor({ learner, pool, exposed }: Study, count: number): Item[] {
  const shuffled = learner.chance.shuffle(pool);
  const fresh = Math.round(count / 5);
  return [
    ...shuffled.filter(({ row }) => exposed.has(row.id)).slice(0, count - fresh),
    ...shuffled.filter(({ row }) => !exposed.has(row.id)).slice(0, fresh),
  ];
}

/** As flashcards journal a review. */
const cardEvent = ({ row }: Item, bank: string): Draft =>
  ({
    type: 'card-graded',
    bank,
    question: row.id,
    revision: row.revision,
    grade: 'good',
  }) as unknown as Draft;
