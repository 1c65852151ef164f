import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { mapTexts } from '../../printable.ts';
import type { Reply, Runner } from '../front-end.ts';
import { toAscii } from '../render/ascii.ts';
import { clockWords } from './exam-screen.ts';
import { drawScreen, type Layout, type Size } from './screen.ts';
import { dueWarning, sleptWords } from '../render/clock.ts';
import type { Theme } from '../theme.ts';
import { press } from './press.ts';
import { pressesOf } from './presses.ts';
import { freshState, stateFor, type ScreenState, type Press } from './state.ts';

export interface PromptConfig {
  readonly runner: Runner;
  readonly notices: readonly string[];
  readonly theme: Theme;
  readonly confirm: boolean;
  size(): Size;
  /** Shows or hides the cursor. */
  showCursor(shown: boolean): void;
  /** Hands over a function that draws again, to be called after a resize or on return from the background. */
  onRedraw(redraw: () => void): void;
  /** Ctrl-Z. */
  suspend(): void;
}

type Readline = Parameters<Parameters<typeof useKeypress>[0]>[1];

/**
 * The whole session as one Inquirer prompt: a prompt for each question would drop keys typed ahead. Keys become steps of
 * the screen's state, and actions for the session; everything drawn is a string of at most rows - 1 lines.
 */
export const sessionPrompt = createPrompt<'over' | 'left', PromptConfig>((config, done) => {
  const { runner, theme, confirm } = config;
  const live = useRef<ScreenState>(freshState(runner.view(), config.notices.join(' ') || undefined));
  const layout = useRef<Layout>({ scroll: 0, height: 1, total: 1, isFolded: false });
  const draws = useRef(0);
  const clockShown = useRef<ClockShown>({ text: '', left: undefined });
  const [, redraw] = useState(0);
  const drawAgain = () => redraw(++draws.current);

  const take = (key: Press, line: Readline): void => {
    const view = runner.view();
    const before = stateFor(
      { ...live.current, text: live.current.typing ? typedText(live.current, key, line) : live.current.text },
      view,
    );
    const { state, action } = press(before, key, { view, layout: layout.current, confirm });
    const reply = action === undefined ? undefined : runner.act(action);
    const after = stateFor(withReply(state, reply, before), runner.view());
    live.current = after;
    syncLine(line, after, before, key);
    if (action?.type === 'leave') done('left');
    else if (runner.view().screen === 'summary') done('over');
    else drawAgain();
  };

  useKeypress((event, line) => {
    for (const key of pressesOf(event)) take(key, line);
  });
  useEffect(line => {
    config.onRedraw(drawAgain);
    const ticking = setInterval(() => {
      if (tick(runner, live, clockShown)) drawAgain();
    }, 500);
    const left = () => {
      if (runner.view().screen !== 'summary') runner.act({ type: 'leave' });
      done('left');
    };
    // Ctrl-D on an empty line, or a terminal that is gone.
    line.on('close', left);
    // A terminal that is gone cannot be taken out of raw mode.
    line.on('error', left);
    line.on('SIGTSTP', config.suspend);
    return () => {
      clearInterval(ticking);
      line.removeListener('close', left);
      line.removeListener('error', left);
      line.removeListener('SIGTSTP', config.suspend);
    };
  }, []);

  const view = runner.view();
  if (view.screen === 'summary') return ' ';
  // Twins are longer than their signs: lines are laid out with them.
  const frame = drawScreen(
    theme.unicode ? view : mapTexts(view, toAscii),
    live.current,
    config.size(),
    theme,
    runner.now(),
  );
  layout.current = frame.layout;
  config.showCursor(live.current.typing);
  return frameText(
    frame.lines,
    frame.input === undefined ? undefined : frame.input + (live.current.typing ? live.current.text : ''),
    frame.footer,
    theme,
  );
});

interface ClockShown {
  /** What the header says of the time. */
  text: string;
  /** Milliseconds left when it was last looked at. */
  left: number | undefined;
}

/** Looks at the clock of an exam; true when the screen must change: the words do, or a warning is due. */
function tick(runner: Runner, live: { current: ScreenState }, shown: { current: ClockShown }): boolean {
  const view = runner.view();
  if (view.screen !== 'exam' || view.deadline === undefined) return false;
  const left = view.deadline - runner.now();
  const news = [sleptWords(shown.current.left, left), dueWarning(shown.current.left, left)];
  const warning = news.filter(Boolean).join(' ');
  const text = clockWords(view, runner.now());
  const changed = text !== shown.current.text || warning !== '';
  shown.current = { text, left };
  if (warning) live.current = { ...live.current, notice: warning };
  return changed;
}

function frameText(
  lines: readonly string[],
  input: string | undefined,
  footer: readonly string[],
  theme: Theme,
): string | [string, string] {
  const text = (some: readonly string[]) => {
    const joined = some.join('\n');
    return theme.unicode ? joined : toAscii(joined);
  };
  // The library takes the last line for the one that is typed into, and it may not be empty.
  return input === undefined ? text([...lines, ...footer]) : [text([...lines, input]), text(footer)];
}

function withReply(state: ScreenState, reply: Reply | undefined, before: ScreenState): ScreenState {
  if (reply === undefined || reply.state === 'done') return state;
  return { ...before, notice: reply.why };
}

/** What the text field holds: Enter has already emptied the library's line when a key reaches us. */
const typedText = (state: ScreenState, { name }: Press, line: Readline) =>
  ['return', 'enter', 'up', 'down', 'tab', 'escape'].includes(name) ? state.text : line.line;

/** Brings the library's line in step with the state: it also collects keys that are not typed into a field. */
function syncLine(line: Readline, after: ScreenState, before: ScreenState, { name }: Press): void {
  const wanted = after.typing ? after.text : '';
  const disturbed =
    ['up', 'down', 'tab', 'return', 'enter'].includes(name) ||
    after.typing !== before.typing ||
    !after.typing;
  if (!disturbed || line.line === wanted) return;
  line.clearLine(0);
  if (wanted !== '') line.write(wanted);
}
