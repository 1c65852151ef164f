import type { Exhibit } from '../../question/types.ts';
import type { ExamView } from '../../session/exam-view.ts';
import type { QuestionView, VerdictView } from '../../session/view.ts';
import { bindingsIn, situationOf } from '../keys.ts';
import type { Theme } from '../theme.ts';
import type { ScreenState } from './state.ts';
import { cardBody, cardFooter, cardHeader, type Shown as ShownCard } from './card-screen.ts';
import { frameOf, type Body, type Frame, type Size } from './frame.ts';
import { choiceLines } from './choices.ts';
import { examHeader, mapLines, submitLines } from './exam-screen.ts';
import { exhibitLines, framedExhibits, unfolds } from '../render/exhibit.ts';
import { standing } from '../render/parts.ts';
import { apart, flow, hang, prose, screenWidth, wrap } from '../render/text.ts';
import { verdictBlock } from './verdict-block.ts';

export type { Frame, Layout, Size } from './frame.ts';

/** What can be on screen before a session is over. */
export type Shown = QuestionView | VerdictView | ExamView | ShownCard;

const isCard = (view: Shown): view is ShownCard => view.screen === 'card' || view.screen === 'cards-done';

const exhibitsOf = (view: Shown) => (view.screen === 'cards-done' ? [] : view.exhibits);

/** Which keys hold: cards have no shape, and keys that ask for none. */
const keysOf = (view: Shown) => bindingsIn(situationOf(view), isCard(view) ? 'one' : view.response.shape);

/** Draws a question or its verdict, or a question of an exam, as at most `rows - 1` lines of at most `columns` columns. */
export function drawScreen(view: Shown, state: ScreenState, size: Size, theme: Theme, now: number): Frame {
  const width = screenWidth(size.columns);
  return frameOf(
    {
      header: headerOf(view, width, now, theme),
      input: inputLabel(view, state),
      typed: state.typing ? state.text : '',
      footer: footerLines(view, state, width, theme),
      body: room => bodyOf(view, state, width, room, theme, now),
      scroll: state.scroll,
    },
    size,
    theme,
  );
}

function headerOf(view: Shown, width: number, now: number, theme: Theme): string[] {
  if (isCard(view)) return cardHeader(view, width, theme);
  return view.screen === 'exam' ? examHeader(view, width, now, theme) : headerLines(view, width, theme);
}

function headerLines(view: QuestionView | VerdictView, width: number, theme: Theme): string[] {
  const { dot, heavy, light, flag } = theme.glyph;
  const count = `${view.number} of ${view.of} ${dot} ${view.right} right ${dot} ${view.wrong} wrong`;
  const done = Math.round(((view.number - (view.screen === 'question' ? 1 : 0)) / view.of) * width);
  const flagged = view.isFlagged ? theme.accent(`${flag} flagged`) : '';
  return [
    ...apart(theme.strong(view.domain), count, width),
    theme.accent(heavy.repeat(done)) + theme.dim(light.repeat(width - done)),
    ...apart(theme.dim([view.objective, ...standing(view)].join(` ${dot} `)), flagged, width),
  ];
}

function bodyOf(
  view: Shown,
  state: ScreenState,
  width: number,
  room: number,
  theme: Theme,
  now: number,
): Body {
  if (state.overlay === 'help') return { lines: helpLines(view, width), focus: [0, 0] };
  if (state.overlay === 'exhibit')
    return { lines: wholeExhibits(exhibitsOf(view), width, theme), focus: [0, 0] };
  if (view.screen === 'exam' && state.overlay === 'map')
    return { lines: mapLines(view, state.filter, now, width, theme), focus: [0, 0] };
  if (view.screen === 'exam' && state.overlay === 'submit')
    return { lines: submitLines(view, width), focus: [0, 0] };
  if (isCard(view)) return cardBody(view, state.isUnfolded, width, room, theme);
  const stem = ['', ...wrap(prose(view.stem, theme), width)];
  const choices = choiceLines(view, state, width, theme);
  const verdict = view.screen === 'verdict' ? ['', ...verdictBlock(view, width, theme)] : [];
  const taken = stem.length + choices.lines.length + verdict.length + view.exhibits.length + 2;
  const shown = state.isUnfolded ? Infinity : room - taken;
  const exhibits = framedExhibits(view.exhibits, width, shown, theme, unfolds);
  const above = [...stem, ...exhibits.lines, ''];
  const lines = [...above, ...choices.lines, ...verdict];
  // All choices are kept in sight where they fit, so that the page stands still while the cursor moves.
  const [first, last] = choices.lines.length < room ? [0, choices.lines.length - 1] : choices.focus;
  const verdictAt = above.length + choices.lines.length;
  return {
    lines,
    isFolded: exhibits.isFolded,
    focus:
      view.screen === 'verdict' ? [verdictAt, lines.length - 1] : [above.length + first, above.length + last],
  };
}

const helpLines = (view: Shown, width: number): string[] => [
  '',
  ...keysOf(view).flatMap(({ help }) => hang('  ', help, width)),
  ...(view.screen === 'question' && view.response.shape === 'text'
    ? hang('  ', 'Esc frees the keys while a text field is open', width)
    : []),
  '',
  '  Any other key goes back.',
];

/** Exhibits on a screen of their own. */
export const wholeExhibits = (exhibits: readonly Exhibit[], width: number, theme: Theme): string[] =>
  exhibits.flatMap(exhibit => [
    '',
    ...wrap(theme.strong(exhibit.title ?? exhibit.language), width),
    '',
    ...exhibitLines(exhibit, width, theme),
  ]);

function inputLabel(view: Shown, { typing, overlay, text }: ScreenState): string | undefined {
  if (overlay === 'report') return 'What is wrong? ';
  if (overlay === 'go-to' || overlay === 'map') return 'Go to question ';
  if (overlay === 'submit') return 'Type yes to hand in, or a number to go there: ';
  if (view.screen !== 'question' || view.response.shape !== 'text' || overlay !== 'none') return undefined;
  return typing ? '> ' : `> ${text}`;
}

function footerLines(view: Shown, state: ScreenState, width: number, theme: Theme): string[] {
  const notice = state.notice === undefined ? [] : wrap(theme.accent(state.notice), width);
  const grades =
    isCard(view) && state.overlay === 'none' ? flow(cardFooter(view).grades, width).map(theme.strong) : [];
  const keys = footerWords(view, state).map(word => word.replace('%arrows', theme.glyph.arrows));
  return ['', ...notice, ...grades, ...flow(keys, width).map(theme.dim)];
}

function footerWords(view: Shown, state: ScreenState): string[] {
  if (state.overlay === 'report') return ['Enter send', 'Esc back'];
  if (state.overlay === 'map')
    return ['u unanswered', 'f flagged', 'x unseen', 'a all', 'a number and Enter go there', 'Esc back'];
  if (state.overlay === 'go-to' || state.overlay === 'submit') return ['Enter', 'Esc back'];
  if (state.overlay !== 'none') return ['PgUp/PgDn scroll', 'any other key goes back'];
  if (state.typing) return ['Enter answer', 'Esc other keys'];
  if (state.pending !== undefined) return ['a letter matches', 'Esc back'];
  if (isCard(view)) return cardFooter(view).keys;
  const last = view.response.items.length;
  return keysOf(view).flatMap(({ short, command }) => {
    if (short === undefined || (command === 'exhibit' && view.exhibits.length === 0)) return [];
    if (command === 'guess' && (view.screen === 'exam' ? view.guess : state.guess)) return ['g not guessing'];
    if (command === 'clock' && view.screen === 'exam' && view.deadline === undefined) return [];
    if (command === 'take' && view.response.shape === 'text') return ['Enter types on'];
    return [short.replace('1-9', `1-${last}`)];
  });
}
