import type { ExamView } from '../../session/exam-view.ts';
import type { QuestionView, VerdictView } from '../../session/view.ts';
import type { Theme } from '../theme.ts';
import type { ScreenState } from './state.ts';
import { letterAt } from '../../report/letter.ts';
import { instruction } from '../render/parts.ts';
import { hang, prose, widthOf, wrap } from '../render/text.ts';

interface Choices {
  readonly lines: readonly string[];
  /** First and last line of what the cursor is on. */
  readonly focus: readonly [number, number];
}

/** The choices of a question, with the cursor and what is chosen; after the answer, with the key and what was chosen. */
export function choiceLines(
  view: QuestionView | VerdictView | ExamView,
  state: ScreenState,
  width: number,
  theme: Theme,
): Choices {
  const told = instructionLine(view, state, theme, width);
  const blocks = view.response.items.map((item, index) =>
    hang(markOf(view, state, index, theme), prose(item.text, theme), width),
  );
  const before = told.length + blocks.slice(0, state.cursor).reduce((sum, block) => sum + block.length, 0);
  const current = blocks[state.cursor]?.length ?? 1;
  return {
    lines: [...told, ...blocks.flat(), ...againstLines(view, state, width, theme)],
    focus: [before, before + current - 1],
  };
}

/** Said where the choices do not say it themselves. */
function instructionLine(
  view: QuestionView | VerdictView | ExamView,
  state: ScreenState,
  theme: Theme,
  width: number,
): string[] {
  const { shape, wanted } = view.response;
  if (view.screen === 'exam') return examInstruction(view, theme, width);
  if (view.screen === 'verdict' || shape === 'one')
    return view.screen === 'question' && state.guess ? [theme.accent('guessing')] : [];
  const chosen = shape === 'pairs' ? state.pairs.size : state.chosen.length;
  const progress = shape === 'text' ? '' : ` ${chosen} of ${wanted} so far.`;
  return wrap(
    theme.strong(instruction(view.response)) + progress + (state.guess ? theme.accent('  guessing') : ''),
    width,
  );
}

/** In an exam even one choice is told, since a mark stays. */
function examInstruction(view: ExamView, theme: Theme, width: number): string[] {
  const chosen = view.answer && 'ids' in view.answer ? view.answer.ids.length : 0;
  const progress = view.response.wanted > 1 ? ` ${chosen} of ${view.response.wanted} so far.` : '';
  return wrap(
    theme.strong(instruction(view.response)) + progress + (view.guess ? theme.accent('  guessing') : ''),
    width,
  );
}

function markOf(
  view: QuestionView | VerdictView | ExamView,
  state: ScreenState,
  index: number,
  theme: Theme,
): string {
  const { shape, items } = view.response;
  const id = items[index]?.id as string;
  if (view.screen === 'verdict') return verdictMark(view, id, index, theme);
  const cursor = state.cursor === index ? theme.accent(theme.glyph.cursor) : ' ';
  const number = `${index + 1}`;
  if (view.screen === 'exam') {
    const ids = view.answer && 'ids' in view.answer ? view.answer.ids : [];
    return ` ${cursor} ${number} ${ids.includes(id) ? theme.accent(theme.glyph.chosen) : theme.glyph.open} `;
  }
  switch (shape) {
    case 'several':
      return ` ${cursor} ${number} ${state.chosen.includes(id) ? theme.accent(theme.glyph.chosen) : theme.glyph.open} `;
    case 'order': {
      const rank = state.chosen.indexOf(id);
      return ` ${cursor} ${number} ${rank < 0 ? '[ ]' : theme.accent(`[${rank + 1}]`)} `;
    }
    case 'pairs': {
      const right = view.response.against.findIndex(item => item.id === state.pairs.get(id));
      const waiting = state.pending === id ? '[?]' : '[ ]';
      return ` ${cursor} ${number} ${right < 0 ? waiting : theme.accent(`[${letterAt(right)}]`)} `;
    }
    default:
      return ` ${cursor} ${number}  `;
  }
}

/** Sign and colour, and the key's number in the verdict below: never colour alone. */
function verdictMark(view: VerdictView, id: string, index: number, theme: Theme): string {
  const { right, wrong, dot } = theme.glyph;
  const reason = view.reasons.find(found => found.id === id);
  const isChoice = view.response.shape === 'one' || view.response.shape === 'several';
  const good = isChoice ? reason?.isKey === true : view.grade.right.includes(id);
  const bad = view.grade.wrong.includes(id);
  const sign = good ? theme.good(right) : bad ? theme.bad(wrong) : theme.dim(dot);
  return ` ${sign} ${index + 1}  `;
}

/** The right-hand side of a matching question: beside nothing, below the left. */
function againstLines(
  view: QuestionView | VerdictView | ExamView,
  state: ScreenState,
  width: number,
  theme: Theme,
): string[] {
  const { against } = view.response;
  if (against.length === 0) return [];
  const taken = new Set(state.pairs.values());
  return [
    '',
    ...against.flatMap((item, index) => {
      const label = `   ${letterAt(index)}  `;
      const lines = hang(' '.repeat(widthOf(label)), prose(item.text, theme), width);
      const name = taken.has(item.id) ? theme.accent(label) : label;
      return [name + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
    }),
  ];
}
