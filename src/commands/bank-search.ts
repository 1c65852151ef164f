import { search, type Hit } from '../bank/search.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { isQuestion, type BankEntry } from '../question/types.ts';
import { loadBank } from '../store/banks.ts';
import { clip, screenWidth, wrapIndented } from '../ui/render/text.ts';
import { resolveDomains } from './resolve.ts';

const shownAtMost = 20;

/** `cca bank search`: finds questions and cards by words. Shows stems, never keys, so that nothing counts as seen. */
export async function bankSearch(
  words: readonly string[],
  flags: { domain?: readonly string[]; max?: number; bank?: string; json?: boolean },
  context: Context,
): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const domains = resolveDomains(flags.domain ?? [], bank.blueprint);
  const rows = bank.rows.filter(({ domain }) => domains.length === 0 || domains.includes(domain));
  const hits = search(bank.read(rows.map(({ id }) => id)), words);
  if (flags.json) context.print(JSON.stringify(hits.map(asJson), null, 2));
  else if (hits.length === 0)
    context.print(
      `No question or card has ${words.join(' and ')}. Try fewer words, or the beginning of one.`,
    );
  else {
    const shown = hits.slice(0, flags.max ?? shownAtMost);
    const width = screenWidth(context.output.columns ?? 100);
    context.print(...shown.flatMap(hit => hitLines(hit, width)));
    const left = hits.length - shown.length;
    context.print(
      '',
      left > 0 ? `${left} more: add a word, or -n ${hits.length}.` : 'See one with its key: cca bank show ID',
    );
  }
  return exitStatus.done;
}

const textOf = (entry: BankEntry) => (isQuestion(entry) ? entry.stem : entry.front).replace(/\s+/g, ' ');

const asJson = ({ entry, found, score }: Hit) => ({
  id: entry.id,
  domain: entry.domain,
  objective: entry.objective,
  kind: entry.kind,
  text: textOf(entry),
  found,
  score,
});

function hitLines({ entry, found }: Hit, width: number): string[] {
  const facts = isQuestion(entry) ? `${entry.kind}, ${entry.difficulty}` : entry.kind;
  return [
    ...wrapIndented(`${entry.id}  (${facts}; in ${found.join(', ')})`, width),
    `    ${clip(textOf(entry), width - 4, '...')}`,
  ];
}
