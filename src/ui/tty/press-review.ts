import { reviewFilters, type ReviewFilter } from '../../session/review.ts';
import type { ReviewView } from '../../session/review-view.ts';
import { nothingLeft } from '../../report/review.ts';
import { commandOf } from '../keys.ts';
import type { Layout } from './frame.ts';
import { scrollBy } from './scroll.ts';
import type { Press } from './state.ts';

/** Where a learner is in the review of an exam. */
export interface ReviewState {
  readonly filter: ReviewFilter;
  /** Place among the questions that the filter lets through, from 0. */
  readonly at: number;
  readonly overlay: 'none' | 'help' | 'exhibit' | 'go-to';
  /** The number typed so far. */
  readonly typed: string;
  readonly scroll: number;
  readonly notice: string | undefined;
}

/** The beginning of a review; a filter that lets nothing through gives way to all, and says so. */
export function openReview(views: readonly ReviewView[], filter: ReviewFilter): ReviewState {
  const opened = { filter, at: 0, overlay: 'none', typed: '', scroll: 0, notice: undefined } as const;
  return fitting(views, filter).length > 0
    ? opened
    : { ...opened, filter: 'all', notice: `${nothingLeft[filter]} These are all questions.` };
}

/** The questions that a filter lets through. */
export const fitting = (views: readonly ReviewView[], filter: ReviewFilter): ReviewView[] =>
  views.filter(({ marks }) => reviewFilters[filter](marks));

/** What a key does in a review: another state, or undefined when it leaves. Pure. */
export function pressReview(
  before: ReviewState,
  key: Press,
  views: readonly ReviewView[],
  layout: Layout,
): ReviewState | undefined {
  const state = { ...before, notice: undefined };
  if (key.ctrl) return state;
  if (state.overlay === 'go-to') return inNumber(state, key, views);
  if (state.overlay !== 'none')
    return scrolled(state, key, layout) ?? { ...state, overlay: 'none', scroll: 0 };
  const command = commandOf(key.name, 'review', 'one');
  switch (command) {
    case 'all':
    case 'wrong':
    case 'unanswered':
    case 'flagged':
    case 'guessed':
    case 'changed':
      return narrowed(state, command, views);
    case 'next':
      return moved(state, 1, views);
    case 'previous':
      return moved(state, -1, views);
    case 'go-to':
      return { ...state, overlay: 'go-to', typed: '' };
    case 'exhibit':
      return fitting(views, state.filter)[state.at]?.exhibits.length
        ? { ...state, overlay: 'exhibit', scroll: 0 }
        : { ...state, notice: 'This question has no exhibit.' };
    case 'scroll':
      return scrolled(state, key, layout) ?? state;
    case 'help':
      return { ...state, overlay: 'help', scroll: 0 };
    case 'leave':
      return undefined;
    default:
      return state;
  }
}

/** The question on screen stays where the new filter lets it through. */
function narrowed(state: ReviewState, filter: ReviewFilter, views: readonly ReviewView[]): ReviewState {
  const found = fitting(views, filter);
  if (found.length === 0) return { ...state, notice: nothingLeft[filter] };
  const here = fitting(views, state.filter)[state.at];
  return { ...state, filter, at: Math.max(0, here ? found.indexOf(here) : 0), scroll: 0 };
}

function moved(state: ReviewState, by: number, views: readonly ReviewView[]): ReviewState {
  const { length } = fitting(views, state.filter);
  const at = state.at + by;
  if (at < 0) return { ...state, notice: 'This is the first.' };
  if (at >= length) return { ...state, notice: 'This is the last. q leaves.' };
  return { ...state, at, scroll: 0 };
}

const scrolled = (state: ReviewState, key: Press, layout: Layout): ReviewState | undefined => {
  const scroll = scrollBy(key, layout);
  return scroll === undefined ? undefined : { ...state, scroll };
};

function inNumber(state: ReviewState, { name }: Press, views: readonly ReviewView[]): ReviewState {
  const closed: ReviewState = { ...state, overlay: 'none', typed: '' };
  if (/^\d$/.test(name)) return { ...state, typed: (state.typed + name).slice(0, 4) };
  if (name === 'backspace') return { ...state, typed: state.typed.slice(0, -1) };
  if (name !== 'return' && name !== 'enter') return name === 'escape' ? closed : state;
  if (state.typed === '') return closed;
  const found = fitting(views, state.filter);
  const at = found.findIndex(({ number }) => number === Number(state.typed));
  if (at >= 0) return { ...closed, at, scroll: 0 };
  const seat = views.findIndex(({ number }) => number === Number(state.typed));
  return seat < 0
    ? { ...closed, notice: `There are questions 1 to ${views.length}.` }
    : {
        ...closed,
        filter: 'all',
        at: seat,
        scroll: 0,
        notice: `Question ${seat + 1} is not ${state.filter}; these are all.`,
      };
}
