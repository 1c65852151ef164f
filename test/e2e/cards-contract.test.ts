import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../src/events/events.ts';
import { cardBank } from '../support/banks.ts';
import { cardFrontEnds, type CardStep } from '../support/card-players.ts';
import { makeHome } from '../support/home.ts';

interface Scenario {
  readonly what: string;
  readonly steps: readonly CardStep[];
  /** What the journal tells, from the first card on. */
  readonly saves: readonly string[];
}

const scenarios: readonly Scenario[] = [
  {
    what: 'cards graded to the end, one of them forgotten first',
    steps: ['show', 'again', 'show', 'good', 'show', 'easy', 'end'],
    saves: ['back', 'again', 'back', 'good', 'back', 'easy', 'finished, 2 of 2'],
  },
  {
    what: 'grades taken back, also the last one',
    steps: ['show', 'hard', 'show', 'good', 'undo', 'undo', 'show', 'good', 'show', 'again', 'undo', 'leave'],
    saves: [
      'back',
      'hard',
      'back',
      'good',
      'undone',
      'undone',
      'back',
      'good',
      'back',
      'again',
      'undone',
      'finished, 1 of 2',
    ],
  },
  {
    what: 'a card buried, one suspended, both taken up again, and a flag',
    steps: ['bury', 'undo', 'flag', 'flag', 'suspend', 'undo', 'bury', 'suspend', 'end'],
    saves: [
      'buried',
      'dug out',
      'flagged',
      'cleared',
      'suspended',
      'restored',
      'buried',
      'suspended',
      'finished, 0 of 2',
    ],
  },
  {
    what: 'leaving after the back was seen',
    steps: ['show', 'good', 'show', 'leave'],
    saves: ['back', 'good', 'back', 'finished, 1 of 2'],
  },
];

for (const { what, steps, saves } of scenarios)
  test(`every front end saves the same of ${what}`, async () => {
    const told = await Promise.all(
      Object.values(cardFrontEnds).map(async play => {
        const home = makeHome();
        const bank = cardBank(join(home.dir, 'bank'));
        const args = ['flashcards', '--terms', '--new', '2', '--bank', bank];
        expect(await play(args, steps, { home })).toBe(0);
        return home.events();
      }),
    );
    for (const events of told) {
      expect(events.slice(1).map(story)).toEqual(saves);
      expect(events.map(withoutMoment)).toEqual(told[0]?.map(withoutMoment));
    }
  });

test('options of a question card are shown on asking, in every front end, and count as seen', async () => {
  for (const play of Object.values(cardFrontEnds)) {
    const home = makeHome();
    const bank = cardBank(join(home.dir, 'bank'));
    const args = ['flashcards', '--questions', '--new', '1', '--bank', bank];
    expect(await play(args, ['options', 'show', 'good', 'end'], { home })).toBe(0);
    expect(home.events().slice(1).map(story)).toEqual(['options', 'back', 'good', 'finished, 1 of 1']);
  }
});

function story(event: Event): string {
  switch (event.type) {
    case 'card-revealed':
      return event.part;
    case 'card-graded':
      return event.grade;
    case 'grade-undone':
      return 'undone';
    case 'card-buried':
      return event.until === null ? 'dug out' : 'buried';
    case 'card-suspended':
      return event.suspended ? 'suspended' : 'restored';
    case 'question-flagged':
      return event.flagged ? 'flagged' : 'cleared';
    case 'session-finished':
      return `finished, ${event.right} of ${event.of}`;
    default:
      return event.type;
  }
}

/** An event without what differs between two runs of the same session. */
function withoutMoment(event: Event): object {
  const { id: _id, time: _time, offset: _offset, ...rest } = event;
  return { ...rest, session: '', seed: '', dir: '', kept: '', ms: 0, event: '' };
}
