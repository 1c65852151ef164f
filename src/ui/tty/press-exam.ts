import type { Answer } from '../../question/types.ts';
import type { ExamView } from '../../session/exam-view.ts';
import { commandOf } from '../keys.ts';
import { pressAnywhere } from './press-anywhere.ts';
import type { Layout } from './screen.ts';
import type { Press, ScreenState, Step } from './state.ts';

/** Overlays of an exam that a line is typed into. */
export const isExamOverlay = ({ overlay }: ScreenState): boolean =>
  overlay === 'map' || overlay === 'go-to' || overlay === 'submit';

const filters: Readonly<Record<string, ScreenState['filter']>> = {
  a: 'all',
  u: 'unanswered',
  f: 'flagged',
  x: 'unseen',
};

/** What a key does in an exam. Pure, as `press` is. */
export function pressExam(state: ScreenState, key: Press, view: ExamView, layout: Layout): Step {
  if (isExamOverlay(state)) return inLine(state, key, view);
  const command = commandOf(key.name, 'exam', view.response.shape);
  switch (command) {
    case 'answer':
      return mark(state, Number(key.name) - 1, view);
    case 'take':
      return mark(state, state.cursor, view);
    case 'move': {
      const length = view.response.items.length;
      const by = key.name === 'up' || key.name === 'k' ? -1 : 1;
      return { state: { ...state, cursor: (state.cursor + by + length) % length, scroll: undefined } };
    }
    case 'guess':
      return view.answer
        ? { state, action: { type: 'choose', answer: view.answer, guess: !view.guess } }
        : { state: { ...state, notice: 'Mark an answer first; then g says that it is a guess.' } };
    case 'clear':
      return { state, action: { type: 'choose', answer: null, guess: false } };
    case 'next':
      return { state, action: { type: 'go', seat: view.number % view.of } };
    case 'previous':
      return { state, action: { type: 'go', seat: (view.number - 2 + view.of) % view.of } };
    case 'clock':
      return { state, action: { type: 'hide-clock' } };
    case 'go-to':
    case 'map':
    case 'submit':
      return {
        state: {
          ...state,
          overlay: command,
          typing: true,
          text: '',
          filter: 'all',
        },
      };
    default:
      return pressAnywhere(command, state, key, layout, { name: 'question', exhibits: view.exhibits });
  }
}

/** A number and Enter go there; in the submit dialog `yes` hands in; letters filter the map. */
function inLine(state: ScreenState, { name }: Press, view: ExamView): Step {
  const closed: ScreenState = { ...state, overlay: 'none', typing: false, text: '' };
  const filter = state.overlay === 'map' ? filters[name] : undefined;
  if (filter) return { state: { ...state, filter, text: '' } };
  if (name === 'escape') return { state: closed };
  if (name !== 'return' && name !== 'enter') return { state };
  const typed = state.text.trim().toLowerCase();
  if (state.overlay === 'submit' && typed === 'yes') return { state: closed, action: { type: 'submit' } };
  if (typed === '') return { state: closed };
  const seat = Number(typed) - 1;
  if (Number.isInteger(seat) && seat >= 0 && seat < view.of)
    return { state: closed, action: { type: 'go', seat } };
  return { state: { ...state, text: '', notice: `There are questions 1 to ${view.of}.` } };
}

function mark(state: ScreenState, index: number, view: ExamView): Step {
  const { shape, items } = view.response;
  const id = items[index]?.id;
  if (id === undefined) return { state: { ...state, notice: `There are ${items.length} choices here.` } };
  const there: ScreenState = { ...state, cursor: index, scroll: undefined };
  const answer: Answer | null = shape === 'several' ? toggled(view.answer, id) : { ids: [id] };
  return { state: there, action: { type: 'choose', answer, guess: view.guess } };
}

function toggled(answer: Answer | undefined, id: string): Answer | null {
  const ids = answer && 'ids' in answer ? answer.ids : [];
  const left = ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id];
  return left.length > 0 ? { ids: left } : null;
}
