import { printableDeep } from '../printable.ts';
import { isQuestion, type BankEntry } from '../question/types.ts';
import { checkBank, type BankFiles, type CheckedBank } from './check.ts';
import { highlight } from './highlight.ts';

/**
 * Turns the files of a bank into content that is fit to be shown, or into everything that is wrong with it. Texts come out
 * harmless to a terminal, exhibits coloured, and enemies named on both sides.
 */
export function compileBank(files: BankFiles): CheckedBank {
  const { issues, content } = checkBank(files);
  if (!content) return { issues };
  const blueprint = printableDeep(content.blueprint);
  const guide = printableDeep(content.guide);
  return { issues, content: { blueprint, guide, entries: withMutualEnemies(content.entries.map(finish)) } };
}

function finish(entry: BankEntry): BankEntry {
  const safe = printableDeep(entry);
  return isQuestion(safe)
    ? {
        ...safe,
        exhibits: safe.exhibits.map(highlight),
      }
    : safe;
}

function withMutualEnemies(entries: readonly BankEntry[]): BankEntry[] {
  const enemies = new Map(entries.map(entry => [entry.id, new Set(entry.enemies)]));
  for (const { id, enemies: named } of entries) for (const enemy of named) enemies.get(enemy)?.add(id);
  return entries.map(entry => ({ ...entry, enemies: [...(enemies.get(entry.id) ?? [])].sort() }));
}
