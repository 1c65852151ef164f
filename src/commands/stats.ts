import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { sessionListing } from '../session/listing.ts';
import { answerCounts } from '../stats/summary.ts';
import { loadBank } from '../store/banks.ts';
import { foldHistory } from '../store/history.ts';
import { bar, widthOf } from '../ui/render/text.ts';
import { makeTheme } from '../ui/theme.ts';
import { findingNotices } from './history-notices.ts';

/** `cca stats`: answers, accuracy by domain with the count behind it, and the last sessions. */
export async function stats(flags: { json?: boolean; bank?: string }, context: Context): Promise<ExitStatus> {
  const { blueprint } = await loadBank(flags.bank, context.paths);
  const { state, findings } = foldHistory(answerCounts, context.paths);
  const counts = state[blueprint.id] ?? {};
  const none = { answered: 0, right: 0, firstTries: 0, firstRight: 0, last: '' };
  const domains = blueprint.domains.map(({ slug, title, weight }) => ({
    slug,
    title,
    weight,
    ...(counts[slug] ?? none),
  }));
  const sessions = Object.values(foldHistory(sessionListing, context.paths).state)
    .filter(session => session.bank === blueprint.id && session.answered > 0)
    .slice(-5)
    .toReversed()
    .map(({ id, mode, started, right, answered, of, finished }) => ({
      id,
      mode,
      started,
      right,
      answered,
      of,
      finished,
    }));
  const total = (field: 'answered' | 'right' | 'firstTries' | 'firstRight') =>
    domains.reduce((sum, domain) => sum + domain[field], 0);
  const totals = {
    answered: total('answered'),
    right: total('right'),
    firstTries: total('firstTries'),
    firstRight: total('firstRight'),
  };
  context.warn(...findingNotices(findings));
  if (flags.json) {
    context.print(JSON.stringify({ bank: blueprint.id, ...totals, domains, sessions }, null, 2));
    return exitStatus.done;
  }
  if (totals.answered === 0) {
    context.print('No answers yet. Begin with: cca quiz');
    return exitStatus.done;
  }
  const theme = makeTheme(context.settings.theme, context.terminal);
  const column = Math.max(...domains.map(domain => widthOf(domain.title)));
  context.print(
    `${blueprint.title}: ${totals.answered} answers, ${totals.right} right; ${totals.firstTries} first tries, ${totals.firstRight} right`,
    'A first try is an answer to a question you had never seen: only those say how you would do on new ones.',
    '',
    ...domains.map(({ title, answered, right, firstTries, firstRight }) =>
      answered === 0
        ? `${title.padEnd(column)}  no answers yet`
        : `${title.padEnd(column)}  ${bar(firstRight, firstTries, 10, theme)}  ${firstRight} of ${firstTries} first tries, ${right} of ${answered} in all`,
    ),
    '',
    'Last sessions',
    ...sessions.map(({ id, mode, started, right, answered, of, finished }) => {
      const progress = finished || answered === of ? '' : `, ${answered} of ${of} answered`;
      return `  ${started.slice(0, 16).replace('T', ' ')} UTC  ${mode}  ${right} of ${answered} right${progress}  (${id})`;
    }),
  );
  return exitStatus.done;
}
