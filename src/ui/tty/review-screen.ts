import { clockTime } from '../../report/duration.ts';
import { markWords } from '../../report/review.ts';
import type { ReviewView } from '../../session/review-view.ts';
import type { ReviewedExam } from '../front-end.ts';
import { bindingsIn } from '../keys.ts';
import { framedExhibits } from '../render/exhibit.ts';
import { apart, flow, hang, prose, screenWidth, wrap } from '../render/text.ts';
import { answerWords } from '../render/verdict.ts';
import type { Theme } from '../theme.ts';
import { frameOf, type Body, type Frame, type Size } from './frame.ts';
import { fitting, type ReviewState } from './press-review.ts';
import { wholeExhibits } from './screen.ts';
import { verdictBlock } from './verdict-block.ts';

/** Draws a question of an exam that is handed in as at most `rows - 1` lines of at most `columns` columns. */
export function drawReview(exam: ReviewedExam, state: ReviewState, size: Size, theme: Theme): Frame {
  const width = screenWidth(size.columns);
  const found = fitting(exam.views, state.filter);
  const view = found[state.at] as ReviewView;
  return frameOf(
    {
      header: header(exam, view, state, found.length, width, theme),
      input: undefined,
      typed: '',
      footer: footer(view, state, width, theme),
      body: room => bodyOf(view, state, room, width, theme),
      scroll: state.scroll,
    },
    size,
    theme,
  );
}

function header(
  { name, targetMs }: ReviewedExam,
  view: ReviewView,
  { filter, at }: ReviewState,
  length: number,
  width: number,
  theme: Theme,
): string[] {
  const { dot, heavy, light } = theme.glyph;
  const done = Math.round(((at + 1) / length) * width);
  const target = targetMs === undefined ? '' : ` of ${clockTime(targetMs)}`;
  return [
    ...apart(
      theme.strong(`${name} ${dot} question ${view.number} of ${view.of}`),
      `${filter}: ${at + 1} of ${length}`,
      width,
    ),
    theme.accent(heavy.repeat(done)) + theme.dim(light.repeat(width - done)),
    ...apart(
      theme.dim(`${view.domain} ${dot} ${view.objective}`),
      `${markWords(view.marks)} ${dot} ${clockTime(view.marks.ms)}${target}`,
      width,
    ),
  ];
}

function bodyOf(view: ReviewView, { overlay }: ReviewState, room: number, width: number, theme: Theme): Body {
  const lines =
    overlay === 'help'
      ? helpLines(width)
      : overlay === 'exhibit'
        ? wholeExhibits(view.exhibits, width, theme)
        : questionLines(view, room, width, theme);
  return { lines, focus: [0, 0] };
}

const helpLines = (width: number): string[] => [
  '',
  ...bindingsIn('review', 'one').flatMap(({ help }) => hang('  ', help, width)),
  '',
  '  Any other key goes back.',
];

function questionLines(view: ReviewView, room: number, width: number, theme: Theme): string[] {
  const stem = ['', ...wrap(prose(view.stem, theme), width)];
  const choices = view.reasons.flatMap((reason, index) =>
    hang(markOf(reason, index, theme), prose(reason.text, theme), width),
  );
  const judged = { ...view, correct: view.marks.isRight, guess: view.marks.isGuess };
  const verdict = ['', ...firstLines(view, width, theme), ...verdictBlock(judged, width, theme)];
  const taken = stem.length + choices.length + view.exhibits.length + 4;
  const exhibits = framedExhibits(view.exhibits, width, room - taken, theme);
  return [...stem, ...exhibits.lines, '', ...choices, ...verdict];
}

/** Sign and colour, and a dot on what was chosen; the words are below. */
function markOf({ isKey, chosen }: ReviewView['reasons'][number], index: number, theme: Theme): string {
  const { right, wrong, dot, chosen: taken } = theme.glyph;
  const sign = isKey ? theme.good(right) : chosen ? theme.bad(wrong) : theme.dim(dot);
  return ` ${sign} ${index + 1} ${chosen ? taken : ' '} `;
}

/** What was chosen before it was changed. */
const firstLines = ({ firstAnswer, response }: ReviewView, width: number, theme: Theme): string[] =>
  firstAnswer === undefined
    ? []
    : hang(
        ' Changed from  ',
        prose(
          answerWords(firstAnswer, response, index => String(index + 1)),
          theme,
        ),
        width,
      );

function footer(view: ReviewView, state: ReviewState, width: number, theme: Theme): string[] {
  const notice = state.notice === undefined ? [] : wrap(theme.accent(state.notice), width);
  if (state.overlay === 'go-to') return ['', `Go to question ${state.typed}_`, theme.dim('Enter   Esc back')];
  const words =
    state.overlay === 'none'
      ? bindingsIn('review', 'one').flatMap(({ short, command }) =>
          short === undefined || (command === 'exhibit' && view.exhibits.length === 0) ? [] : [short],
        )
      : ['PgUp/PgDn scroll', 'any other key goes back'];
  return ['', ...notice, ...flow(words, width).map(theme.dim)];
}
