import { grades } from '../../schedule/memory.ts';
import type { CardsDoneView, CardView } from '../../session/card-view.ts';
import type { View } from '../../session/view.ts';
import type { Action } from '../../session/action.ts';
import type { Ending, Runner } from '../front-end.ts';
import { bindingsIn, situationOf } from '../keys.ts';
import { comingWords, gradeWords, leechWords } from '../render/cards.ts';
import { noted } from '../render/parts.ts';
import type { Say } from './exam.ts';
import { exhibitLines } from './words.ts';

type Shown = CardView | CardsDoneView;

export const isCard = (view: View): view is Shown => view.screen === 'card' || view.screen === 'cards-done';

/** Plays cards in plain lines: Enter shows the back, a digit or a word grades. */
export function plainCards(say: Say, prompt: (text: string) => void) {
  const ask = (view: Shown): void => prompt(promptWords(view));

  const show = (view: Shown): void => {
    say(
      view.screen === 'cards-done' ? ['All cards are done.'] : view.back ? backLines(view) : frontLines(view),
    );
    ask(view);
  };

  const settle = (action: Action, runner: Runner, words: readonly string[] = []): Ending | undefined => {
    const reply = runner.act(action);
    if (action.type === 'leave') return 'left';
    const view = runner.view();
    if (!isCard(view)) return 'over';
    if (reply.state !== 'done') say([reply.why]);
    else if (words.length === 0) {
      show(view);
      return undefined;
    } else say(words);
    ask(view);
    return undefined;
  };

  const step = (line: string, runner: Runner, view: Shown): Ending | undefined => {
    const typed = line.trim().toLowerCase();
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const command = commandFor(typed, word, view);
    switch (command) {
      case 'help':
        say(helpLines(view));
        return void ask(view);
      case 'report':
        return settle({ type: 'report', note: rest.join(' ') }, runner, [noted]);
      case 'flag':
        return settle({ type: 'flag' }, runner, [
          view.screen === 'card' && view.isFlagged ? 'The flag is cleared.' : 'Flagged.',
        ]);
      case 'reveal':
      case 'options':
      case 'undo':
      case 'bury':
      case 'suspend':
      case 'continue':
      case 'leave':
        return settle({ type: command }, runner);
    }
    const grade = grades.find((name, index) => typed === name || typed === String(index + 1));
    if (grade) return settle({ type: 'grade', grade }, runner);
    say([expected(view)]);
    return void ask(view);
  };

  return { show, step };
}

/** The command of a line: its word; an empty line turns the card over, or goes on. */
function commandFor(typed: string, word: string, view: Shown) {
  const situation = situationOf(view);
  if (typed === '' && situation !== 'back') return situation === 'front' ? 'reveal' : 'continue';
  return bindingsIn(situation, 'one').find(
    binding =>
      binding.word === typed || (binding.command === 'report' && binding.word === word.toLowerCase()),
  )?.command;
}

function promptWords(view: Shown): string {
  if (view.screen === 'cards-done') return 'Enter ends, or type undo: ';
  return view.back
    ? `${gradeWords(view.back).join(', ')}. Grade with 1 to 4, or type help: `
    : 'Enter shows the back, or type help: ';
}

const expected = (view: Shown): string =>
  view.screen === 'card' && view.back
    ? 'Type 1 to 4, or again, hard, good or easy.'
    : view.screen === 'card'
      ? 'Press Enter to see the back first.'
      : 'Press Enter to end, or type undo.';

function frontLines(view: CardView): string[] {
  const standing = [view.isNew ? 'new to you' : '', view.isFlagged ? 'flagged' : ''].filter(Boolean);
  return [
    `Card. ${comingWords(view).join(', ')}. ${[view.domain, view.objective, ...standing].join(', ')}.`,
    view.front,
    ...view.exhibits.flatMap(exhibitLines),
    ...optionLines(view),
  ];
}

const optionLines = ({ options }: CardView) =>
  options ? ['Options:', ...options.map(({ text }) => `  - ${text}`)] : [];

function backLines(view: CardView): string[] {
  const { key, why, sources, place } = view.back as NonNullable<CardView['back']>;
  return [
    ...optionLines(view),
    ...key.map(text => `Back: ${text}`),
    ...(why === '' ? [] : [`Why: ${why}`]),
    ...(view.isLeech ? [leechWords(view)] : []),
    ...sources.map(({ url, section }) => `Read: ${url} (${section})`),
    `In the bank: ${place}`,
  ];
}

const helpLines = (view: Shown): string[] =>
  bindingsIn(situationOf(view), 'one').flatMap(({ word, help, command }) =>
    word === undefined
      ? command === 'grade'
        ? [`  ${help}`]
        : []
      : [`  ${command === 'report' ? 'report what is wrong' : word}: ${help.replace(/^\S+( or \S+)? /, '')}`],
  );
