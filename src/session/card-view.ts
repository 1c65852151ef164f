import { keyOf } from '../question/shapes/index.ts';
import {
  isQuestion,
  type BankEntry,
  type Exhibit,
  type Item,
  type Response,
  type Source,
} from '../question/types.ts';
import { dayOf } from '../clock.ts';
import { comesBack } from '../schedule/course.ts';
import { grades, type Grade } from '../schedule/memory.ts';
import { reviewed } from '../schedule/record.ts';
import { lastGrades, type CardSeat, type CardsState } from './cards.ts';
import { againMs } from './evolve-cards.ts';
import type { Session } from './session.ts';

/** When a card comes back after a grade: later in this session, or in so many days. */
export type ComesBack = { readonly minutes: number } | { readonly days: number };

/** What is on the back of a card. */
export interface CardBack {
  /** A term's meaning, or the right answer, each part on a line. */
  readonly key: readonly string[];
  /** When a term matters, or why the answer is right. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** `file:line` in the bank. */
  readonly place: string;
  /** Each grade with when the card comes back; nothing comes back of what is crammed. */
  readonly grades: readonly { readonly grade: Grade; readonly comesBack: ComesBack | null }[];
}

export interface CardView {
  readonly screen: 'card';
  readonly mode: string;
  readonly name: string;
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly objective: string;
  /** Cards still to come, the one on screen included. */
  readonly due: number;
  readonly fresh: number;
  readonly done: number;
  readonly isNew: boolean;
  readonly isFlagged: boolean;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
  /** Forgotten so often that asking it again is no way to learn it. */
  readonly isLeech: boolean;
  readonly front: string;
  readonly exhibits: readonly Exhibit[];
  readonly hasOptions: boolean;
  /** Once they are shown. */
  readonly options: readonly { readonly id: string; readonly text: string }[] | undefined;
  /** Once it is shown. */
  readonly back: CardBack | undefined;
  readonly canUndo: boolean;
}

/** All cards are done: the last grade can still be taken back. */
export interface CardsDoneView {
  readonly screen: 'cards-done';
  readonly mode: string;
  readonly name: string;
  readonly done: number;
  readonly canUndo: boolean;
}

/** How a session of cards went. */
export interface CardsScore {
  /** Cards graded, by their last grade. */
  readonly graded: number;
  readonly by: Readonly<Record<Grade, number>>;
  readonly fresh: number;
  /** Cards not come to, and those that were to come back. */
  readonly left: number;
  readonly ms: number;
  readonly isScheduled: boolean;
}

/** So many lapses make a leech (as Anki has it). */
const leechLapses = 8;

/** What is on the table now. The back, and the options, appear only once they are asked for. */
export function cardView(session: Session, cards: CardsState): CardView | CardsDoneView {
  const { current } = cards;
  const seat = current === undefined ? undefined : cards.seats[current];
  const done = new Set(cards.steps.map(step => step.seat)).size;
  const common = { mode: session.mode.name, name: session.name, done, canUndo: cards.steps.length > 0 };
  if (!seat || current === undefined) return { screen: 'cards-done', ...common };
  const { entry } = seat;
  const coming = [current, ...cards.queue.map(waiting => waiting.seat)];
  const fresh = coming.filter(index => !cards.records.has(index)).length;
  const lapses = cards.records.get(current)?.lapses ?? 0;
  return {
    screen: 'card',
    ...common,
    id: entry.id,
    kind: entry.kind,
    domain: session.titles.domains[entry.domain] ?? entry.domain,
    objective: session.titles.objectives[entry.objective] ?? entry.objective,
    due: coming.length - fresh,
    fresh,
    isNew: !cards.records.has(current),
    isFlagged: session.flagged.has(entry.id),
    lapses,
    isLeech: lapses >= leechLapses,
    front: isQuestion(entry) ? entry.stem : entry.front,
    exhibits: isQuestion(entry) ? entry.exhibits : [],
    hasOptions: isQuestion(entry) && entry.response.shape !== 'text',
    options: cards.isOptionsShown ? optionsOf(seat) : undefined,
    back: cards.isBackShown ? backOf(session, cards, current, seat) : undefined,
  };
}

export function cardsScore(session: Session, cards: CardsState): CardsScore {
  const last = [...lastGrades(cards)];
  const count = (grade: Grade) => last.filter(([, given]) => given === grade).length;
  return {
    graded: last.length,
    by: { again: count('again'), hard: count('hard'), good: count('good'), easy: count('easy') },
    fresh: last.filter(([seat]) => cards.seats[seat]?.record === undefined).length,
    left: cards.queue.length + (cards.current === undefined ? 0 : 1),
    ms: cards.steps.reduce((sum, { ms }) => sum + ms, 0),
    isScheduled: session.mode.isScheduled,
  };
}

function optionsOf({ entry, orders }: CardSeat): { id: string; text: string }[] {
  if (!isQuestion(entry)) return [];
  const items = [...itemsOf(entry.response)];
  return [...orders.shown, ...(orders.against ?? [])].flatMap(id =>
    items.filter(item => item.id === id).map(({ text }) => ({ id, text })),
  );
}

function itemsOf(response: Response): readonly Item[] {
  switch (response.shape) {
    case 'one':
    case 'several':
      return response.options;
    case 'text':
      return [];
    case 'order':
      return response.items;
    case 'pairs':
      return [...response.left, ...response.right];
  }
}

function backOf(session: Session, cards: CardsState, seat: number, { entry }: CardSeat): CardBack {
  return {
    key: isQuestion(entry) ? keyTexts(entry.response) : [entry.back],
    why: whyOf(entry),
    sources: entry.sources,
    place: `${entry.place.file}:${entry.place.line}`,
    grades: grades.map(grade => ({ grade, comesBack: comesBackAfter(session, cards, seat, grade) })),
  };
}

const whyOf = (entry: BankEntry) => (isQuestion(entry) ? entry.rationale : (entry.when ?? ''));

function keyTexts(response: Response): string[] {
  switch (response.shape) {
    case 'one':
    case 'several':
      return response.options.filter(({ key }) => key).map(({ text }) => text);
    case 'text': {
      const key = keyOf(response);
      return 'text' in key ? [key.text] : [];
    }
    case 'order':
      return response.items.map(({ text }, index) => `${index + 1}. ${text}`);
    case 'pairs': {
      const textOf = (items: readonly Item[], id: string) => items.find(item => item.id === id)?.text ?? id;
      return response.pairs.map(
        ([left, right]) => `${textOf(response.left, left)} = ${textOf(response.right, right)}`,
      );
    }
  }
}

function comesBackAfter(
  session: Session,
  { records, plan }: CardsState,
  seat: number,
  grade: Grade,
): ComesBack | null {
  if (!session.mode.isScheduled) return null;
  if (grade === 'again') return { minutes: againMs / 60_000 };
  const day = dayOf(session.shownAt, plan.offset, plan.rolloverHour);
  const after = reviewed(records.get(seat), { day, at: session.shownAt, grade });
  return { days: Math.max(1, comesBack(after, plan.course, plan.sweep) - day) };
}
