import type { CardsDoneView, CardView } from '../../session/card-view.ts';
import { bindingsIn, situationOf } from '../keys.ts';
import { comingWords, gradeWords, leechWords } from '../render/cards.ts';
import { framedExhibits, unfolds } from '../render/exhibit.ts';
import { shortUrl } from '../render/parts.ts';
import { apart, hang, prose, wrap } from '../render/text.ts';
import type { Theme } from '../theme.ts';

export type Shown = CardView | CardsDoneView;

/** Which mode it is, what is still to come, and whose card this is. */
export function cardHeader(view: Shown, width: number, theme: Theme): string[] {
  const { dot, heavy, light, flag } = theme.glyph;
  if (view.screen === 'cards-done')
    return apart(
      theme.strong(view.name),
      comingWords({ due: 0, fresh: 0, done: view.done }).join(` ${dot} `),
      width,
    );
  const done = Math.round((view.done / Math.max(1, view.done + view.due + view.fresh)) * width);
  const standing = [view.domain, view.objective, view.isNew ? 'new to you' : ''].filter(Boolean);
  return [
    ...apart(theme.strong(view.name), comingWords(view).join(` ${dot} `), width),
    theme.accent(heavy.repeat(done)) + theme.dim(light.repeat(width - done)),
    ...apart(
      theme.dim(standing.join(` ${dot} `)),
      view.isFlagged ? theme.accent(`${flag} flagged`) : '',
      width,
    ),
  ];
}

/** The front, then a rule, then the back once it is shown. */
export function cardBody(view: Shown, isUnfolded: boolean, width: number, room: number, theme: Theme) {
  if (view.screen === 'cards-done') {
    const lines = ['', ...wrap('All cards are done.', width)];
    return { lines, focus: [0, 0] as const };
  }
  const front = ['', ...wrap(prose(view.front, theme), width)];
  const options = (view.options ?? []).flatMap(({ text }) =>
    hang(`   ${theme.glyph.dot} `, prose(text, theme), width),
  );
  const back = view.back ? backLines(view, view.back, width, theme) : hiddenLines(width, theme);
  const taken = front.length + options.length + back.length + view.exhibits.length + 3;
  const exhibits = framedExhibits(view.exhibits, width, isUnfolded ? Infinity : room - taken, theme, unfolds);
  const above = [...front, ...exhibits.lines, ...(options.length > 0 ? ['', ...options] : []), ''];
  const lines = [...above, ...back];
  return {
    lines,
    isFolded: exhibits.isFolded,
    focus: (view.back ? [above.length, lines.length - 1] : [0, lines.length - 1]) as [number, number],
  };
}

const rule = (label: string, width: number, { glyph, dim }: Theme) =>
  dim(`${glyph.light.repeat(2)} ${label} ${glyph.light.repeat(Math.max(0, width - label.length - 4))}`);

const hiddenLines = (width: number, theme: Theme) => [rule('press space', width, theme)];

function backLines(
  view: CardView,
  back: NonNullable<CardView['back']>,
  width: number,
  theme: Theme,
): string[] {
  const isTerm = !view.hasOptions && back.key.length === 1;
  return [
    rule(view.isLeech ? `forgotten ${view.lapses} times` : 'back', width, theme),
    ...back.key.flatMap(text =>
      isTerm
        ? wrap(prose(text, theme), width)
        : hang(` ${theme.good(theme.glyph.right)} `, prose(text, theme), width),
    ),
    ...(back.why === '' ? [] : ['', ...wrap(prose(back.why, theme), width)]),
    ...(view.isLeech ? ['', ...wrap(theme.accent(leechWords(view)), width)] : []),
    '',
    ...back.sources.flatMap(({ url, section }) =>
      hang('', `${theme.link(shortUrl(url), url)} (${section})`, width),
    ),
    theme.dim(back.place),
  ];
}

/** The grades, then the keys. */
export function cardFooter(view: Shown): { grades: string[]; keys: string[] } {
  const bindings = bindingsIn(situationOf(view), 'one');
  const keys = bindings.flatMap(({ short, command }) => {
    if (short === undefined) return [];
    if (command === 'undo' && !view.canUndo) return [];
    if (view.screen !== 'card') return [short];
    if (command === 'exhibit' && view.exhibits.length === 0) return [];
    if (command === 'options' && (!view.hasOptions || view.options)) return [];
    return [short];
  });
  return { grades: view.screen === 'card' && view.back ? gradeWords(view.back) : [], keys };
}
