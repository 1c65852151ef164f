import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Event } from '../../src/events/events.ts';
import { smallBankKinds } from '../support/answers.ts';
import { smallBank } from '../support/banks.ts';
import { makeHome } from '../support/home.ts';
import { frontEnds, type Player } from '../support/players.ts';
import { keys, terminal } from '../support/terminal.ts';

interface Scenario {
  readonly what: string;
  readonly args: readonly string[];
  play(player: Player): Promise<void>;
  /** What the journal tells, in the words of `story`, from the first question on. */
  readonly saves: readonly string[];
}

const two = ['--kind', 'single', '-n', '2'];

const scenarios: readonly Scenario[] = [
  {
    what: 'an answer that is right and one that is wrong',
    args: two,
    async play(player) {
      await player.answer('right');
      await player.answer('wrong');
    },
    saves: ['shown', 'answered right', 'shown', 'answered wrong', 'finished, 1 of 2'],
  },
  {
    what: 'a guess, which counts as an answer and is marked',
    args: two,
    async play(player) {
      await player.guess();
      await player.answer('right');
    },
    saves: ['shown', 'answered right by a guess', 'shown', 'answered right', 'finished, 2 of 2'],
  },
  {
    what: 'a skipped question, which returns once at the end',
    args: two,
    async play(player) {
      await player.skip();
      await player.answer('right');
      await player.answer('right');
    },
    saves: ['shown', 'skipped', 'shown', 'answered right', 'shown', 'answered right', 'finished, 2 of 2'],
  },
  {
    what: 'a question skipped twice, which stays open and does not count',
    args: ['--kind', 'single', '-n', '1'],
    async play(player) {
      await player.skip();
      await player.skip();
    },
    saves: ['shown', 'skipped', 'shown', 'skipped', 'finished, 0 of 1'],
  },
  {
    what: 'a flag that is set and cleared, and a fault that is reported',
    args: two,
    async play(player) {
      await player.flag();
      await player.flag();
      await player.report('the key is wrong');
      await player.answer('right');
      await player.flag();
      await player.leave();
    },
    saves: [
      'shown',
      'flagged',
      'cleared',
      'reported: the key is wrong',
      'answered right',
      'shown',
      'flagged',
      'paused',
    ],
  },
  {
    what: 'an answer that is not whole, which is refused and leaves the question open',
    args: ['--kind', 'multiple', '-n', '1'],
    async play(player) {
      await player.answerInPart();
      await player.answer('right');
    },
    saves: ['shown', 'answered right', 'finished, 1 of 1'],
  },
  {
    what: 'leaving half-way, which pauses',
    args: two,
    async play(player) {
      await player.answer('right');
      await player.leave();
    },
    saves: ['shown', 'answered right', 'shown', 'paused'],
  },
  {
    what: 'the end of input, which pauses',
    args: two,
    async play(player) {
      await player.answer('wrong');
      await player.endInput();
    },
    saves: ['shown', 'answered wrong', 'shown', 'paused'],
  },
  ...(['right', 'wrong'] as const).map(how => ({
    what: `every kind of question answered ${how}`,
    args: ['--objective', 'flight', '-n', '6', '--kind', ...smallBankKinds],
    async play(player: Player) {
      for (const _kind of smallBankKinds) await player.answer(how);
    },
    saves: [
      ...smallBankKinds.flatMap(() => ['shown', `answered ${how}`]),
      `finished, ${how === 'right' ? 6 : 0} of 6`,
    ],
  })),
];

for (const { what, args, play, saves } of scenarios)
  test(`every front end saves the same of ${what}`, async () => {
    const told = await Promise.all(
      Object.values(frontEnds).map(async begin => {
        const home = makeHome();
        const bank = smallBank(join(home.dir, 'bank'), 1, 2);
        const player = await begin(['quiz', '--bank', bank, '--seed', 'contract', ...args], { home });
        await play(player);
        expect(await player.ended()).toBe(0);
        return home.events();
      }),
    );
    for (const events of told) {
      expect(events.slice(1).map(story)).toEqual(saves);
      expect(events.map(withoutMoment)).toEqual(told[0]?.map(withoutMoment));
    }
  });

test('the terminal plays on the alternate screen, and shows the score on the normal one', async () => {
  const home = makeHome();
  const bank = smallBank(join(home.dir, 'bank'), 1, 1);
  const learner = terminal(['quiz', '--bank', bank, '--kind', 'single', '-n', '1'], { home });
  await learner.waitFor(/1 of 1/);
  expect(learner.isAlternate()).toBe(true);
  learner.press('1', keys.enter);
  expect(await learner.ended()).toMatchObject({ exitCode: 0 });
  expect(learner.isAlternate()).toBe(false);
  expect(learner.screen()).toMatch(/^\d of 1 right/m);
});

function story(event: Event): string {
  switch (event.type) {
    case 'question-shown':
      return 'shown';
    case 'question-answered':
      return `answered ${event.correct ? 'right' : 'wrong'}${event.guess ? ' by a guess' : ''}`;
    case 'question-skipped':
      return 'skipped';
    case 'question-flagged':
      return event.flagged ? 'flagged' : 'cleared';
    case 'question-reported':
      return `reported: ${event.note}`;
    case 'session-paused':
      return 'paused';
    case 'session-finished':
      return `finished, ${event.right} of ${event.of}`;
    default:
      return event.type;
  }
}

/** An event without what differs between two runs of the same session. */
function withoutMoment(event: Event): object {
  const { id: _id, time: _time, offset: _offset, ...rest } = event;
  return { ...rest, session: '', dir: '', kept: '', ms: 0 };
}
