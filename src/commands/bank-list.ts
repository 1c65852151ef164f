import type { Bank, Row } from '../bank/bank.ts';
import { isThin, thinBelow } from '../bank/thin.ts';
import type { Context } from '../context.ts';
import { exitStatus, type ExitStatus } from '../errors.ts';
import { counted } from '../counted.ts';
import { loadBank } from '../store/banks.ts';
import { resolveDomains } from './resolve.ts';
import { say } from './say.ts';

/** `cca bank list`: objectives with counts, and with `--domain` the id of every question. */
export async function bankList(
  flags: { domain?: readonly string[]; bank?: string },
  context: Context,
): Promise<ExitStatus> {
  const bank = await loadBank(flags.bank, context.paths);
  const slugs = resolveDomains(flags.domain ?? [], bank.blueprint);
  const domains = bank.blueprint.domains.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug));
  const questions = bank.rows.filter(row => row.kind !== 'card').length;
  say(
    context,
    `${bank.blueprint.title}: ${counted(questions, 'question')}, ${counted(bank.rows.length - questions, 'card')}`,
  );
  for (const { slug, title, weight, objectives } of domains) {
    const own = bank.rows.filter(row => row.domain === slug);
    say(context, '', `${title} (${slug}), ${weight}% of the exam: ${tally(own)}`);
    for (const objective of objectives) {
      const rows = own.filter(row => row.objective === objective.slug);
      const thin = isThin(rows, bank.blueprint) ? '  (thin)' : '';
      say(context, `  ${objective.slug}: ${tally(rows)}${thin}`);
      if (slugs.length > 0) say(context, ...rows.map(rowLine));
    }
  }
  say(context, '', `Thin: fewer than ${thinBelow} questions of the exam's kinds.`);
  return exitStatus.done;
}

const rowLine = ({ id, kind, difficulty }: Row) =>
  `    ${id}  ${[kind, difficulty].filter(Boolean).join(', ')}`;

/** `12: single 8, multiple 4; easy 4, medium 6, hard 2`. */
function tally(rows: Bank['rows']): string {
  if (rows.length === 0) return 'none yet';
  const by = (value: (row: Row) => string | undefined) => {
    const values = rows.map(value).filter(found => found !== undefined);
    return [...new Set(values)]
      .map(found => `${found} ${values.filter(other => other === found).length}`)
      .join(', ');
  };
  return [`${rows.length}: ${by(row => row.kind)}`, by(row => row.difficulty)].filter(Boolean).join('; ');
}
