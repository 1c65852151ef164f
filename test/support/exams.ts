import { join } from 'node:path';
import type { Event } from '../../src/events/events.ts';
import { entryOf, topic, writeBank } from './banks.ts';
import type { Home } from './home.ts';
import { terminal, type RunningTerminal, type TerminalOptions } from './terminal.ts';

const singles = (domain: string, count: number) =>
  topic(...Array.from({ length: count }, (_, i) => entryOf.single(`${domain}-q${i + 1}`)));

/** A bank of single-answer questions, enough for an exam of ten. */
export const examBank = (home: Home): string =>
  writeBank(join(home.dir, 'bank'), {
    'birds/air.yaml': singles('birds-air', 8),
    'fish/water.yaml': singles('fish-water', 4),
  });

/** Begins an exam in a terminal and waits for its first question. */
export async function sitExam(
  home: Home,
  args: readonly string[] = [],
  { bank = examBank(home), ...options }: Partial<TerminalOptions> & { readonly bank?: string } = {},
): Promise<RunningTerminal> {
  const learner = terminal(['mock-exam', '--bank', bank, ...args], { ...options, home });
  await learner.waitFor(/question 1 of \d+[^]*leave/);
  return learner;
}

/** Hands an exam in that is on the screen, and waits for the report and what it offers. */
export async function handIn(learner: RunningTerminal): Promise<string> {
  learner.press('s');
  await learner.waitFor(/Type yes to hand in/);
  learner.press('yes', '\r');
  return learner.waitFor(/Enter leave/);
}

/** The types of the journal's events, the mere moves left out. */
export const typesOf = (home: Home): Event['type'][] =>
  home
    .events()
    .map(event => event.type)
    .filter(type => type !== 'question-shown');

/** How often the exam of a home was handed in, and how many answers count. */
export const submissions = (home: Home) => ({
  finished: typesOf(home).filter(type => type === 'session-finished').length,
  answered: typesOf(home).filter(type => type === 'question-answered').length,
});
