import type { Event, SessionStarted } from '../../src/events/events.ts';
import type { Answer } from '../../src/question/types.ts';
import type { entryOf } from './banks.ts';

/** The kinds of the small bank, each with a right and a wrong answer to its question in `banks.ts`. */
const answers: Readonly<Record<keyof typeof entryOf, { readonly right: Answer; readonly wrong: Answer }>> = {
  single: { right: { ids: ['key'] }, wrong: { ids: ['near'] } },
  multiple: { right: { ids: ['key-1', 'key-2'] }, wrong: { ids: ['key-1', 'wrong-2'] } },
  'true-false': { right: { ids: ['true'] }, wrong: { ids: ['false'] } },
  'fill-in': { right: { text: 'tool get -n x' }, wrong: { text: 'tool list -n x' } },
  ordering: { right: { ids: ['a', 'b', 'c'] }, wrong: { ids: ['b', 'a', 'c'] } },
  matching: {
    right: {
      pairs: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    wrong: {
      pairs: [
        ['a', '3'],
        ['b', '1'],
      ],
    },
  },
};

export type SmallBankKind = keyof typeof answers;
export const smallBankKinds = Object.keys(answers) as SmallBankKind[];

/** The question on screen, as the journal knows it. */
export interface Asked {
  readonly kind: SmallBankKind;
  readonly shown: readonly string[];
  readonly against: readonly string[];
}

/** What the newest session of a journal asks now. Throws while nothing is shown. */
export function askedNow(events: readonly Event[]): Asked {
  const started = events.findLast(
    (event): event is SessionStarted & Event => event.type === 'session-started',
  );
  const last = events.findLast(event => event.type === 'question-shown');
  const seat = started?.seats.find(drawn => drawn.question === last?.question);
  if (!seat) throw new Error('nothing is asked');
  const kind = smallBankKinds.find(name => seat.question === `birds-kinds-${name}`) ?? 'single';
  return { kind, shown: seat.shown, against: seat.against ?? [] };
}

export const answerTo = ({ kind }: Asked, how: 'right' | 'wrong'): Answer => answers[kind][how];

const letter = (index: number) => String.fromCharCode(97 + index);

/** An answer as a line for plain mode. */
export function plainLine({ kind, shown, against }: Asked, answer: Answer): string {
  if ('text' in answer) return answer.text;
  if ('pairs' in answer)
    return answer.pairs
      .map(([left, right]) => `${shown.indexOf(left) + 1}${letter(against.indexOf(right))}`)
      .join(' ');
  const places = answer.ids.map(id => shown.indexOf(id));
  return places.map(place => (kind === 'ordering' ? String(place + 1) : letter(place))).join(' ');
}

/** An answer as keys for the terminal, the one that gives it included. */
export function terminalKeys({ kind, shown, against }: Asked, answer: Answer): string {
  if ('text' in answer) return `${answer.text}\r`;
  if ('pairs' in answer)
    return `${answer.pairs
      .map(([left, right]) => `${shown.indexOf(left) + 1}${letter(against.indexOf(right))}`)
      .join('')}\r`;
  const digits = answer.ids.map(id => shown.indexOf(id) + 1).join('');
  return kind === 'single' || kind === 'true-false' ? digits : `c${digits}\r`;
}
