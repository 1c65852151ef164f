import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bank } from '../bank/bank.ts';
import type { CheckedBank } from '../bank/check.ts';
import type { Issue } from '../bank/issue.ts';
import { BankError } from '../errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { bankFiles, contentHash, sameStamps, scanBank, type Stamp } from './bank-files.ts';
import { decodeCompiled, encodeCompiled, openCompiled, type CompiledBank } from './compiled-bank.ts';
import type { Paths } from './paths.ts';
import { tokenOf } from '../rng.ts';

/** Where a bank lies, as given or as shipped. */
export const bankDir = (given: string | undefined, paths: Paths): string =>
  resolve(given ?? paths.shippedBank);

/**
 * Loads a bank. One that was compiled before and has not changed since is opened as it is: the shipped one where the
 * build left it, others from the cache. Path, size and times decide, then the content. Everything else is compiled now
 * and kept in the cache if that can be written; with `keeps` false nothing is written.
 * Throws BankError, listing every fault, when the bank has errors.
 */
export async function loadBank(
  given: string | undefined,
  paths: Paths,
  { keeps = true } = {},
): Promise<Bank> {
  const dir = bankDir(given, paths);
  const stamps = scanBank(dir);
  const kept = cachePath(dir, paths);
  const others: CompiledBank[] = [];
  for (const path of dir === resolve(paths.shippedBank) ? [paths.shippedCompiled, kept] : [kept]) {
    const compiled = openCompiled(path);
    if (compiled && sameStamps(compiled.stamps, stamps)) return compiled.bank;
    if (compiled) others.push(compiled);
  }
  // Only when none has the same times: a bank that was copied, as an installed one is, has a kept one from then on.
  const hash = others.length > 0 ? contentHash(dir, stamps) : undefined;
  const same = others.find(compiled => compiled.hash === hash);
  if (same) return keeps ? restamp(same.bank, stamps, same.hash, kept) : same.bank;
  return compileNow(dir, stamps, keeps ? kept : undefined);
}

/** Compiles a bank and says all that is wrong with it, errors and warnings; the bank is absent when there are errors. */
export async function compileFrom(
  dir: string,
  stamps: readonly Stamp[],
): Promise<{ issues: readonly Issue[]; compiled?: Buffer }> {
  const { compileBank } = await import('../bank/compile.ts');
  const { issues, content } = compileBank(bankFiles(dir, stamps));
  if (!content) return { issues };
  const compiled = encodeCompiled(content, {
    stamps,
    hash: contentHash(dir, stamps),
    warnings: issues.length,
  });
  return { issues, compiled };
}

/** Says all that is wrong with a bank, and what it holds when there are no errors, as written: not fit to be shown. */
export async function checkFrom(dir: string): Promise<CheckedBank> {
  const { checkBank } = await import('../bank/check.ts');
  return checkBank(bankFiles(dir, scanBank(dir)));
}

async function compileNow(dir: string, stamps: readonly Stamp[], kept: string | undefined): Promise<Bank> {
  const { issues, compiled } = await compileFrom(dir, stamps);
  if (!compiled) {
    const { issueLines } = await import('../report/issues.ts');
    throw new BankError(
      `${issueLines(
        issues.filter(issue => issue.severity === 'error'),
        dir,
      )}\nNo session was started.`,
    );
  }
  if (kept !== undefined) keep(kept, compiled);
  return decodeCompiled(compiled).bank;
}

/** The same content with other times: kept under the new stamps, so that the next start need not hash it again. */
function restamp(bank: Bank, stamps: readonly Stamp[], hash: string, kept: string): Bank {
  const entries = bank.read(bank.rows.map(row => row.id));
  keep(
    kept,
    encodeCompiled(
      { blueprint: bank.blueprint, guide: bank.guide(), entries },
      { stamps, hash, warnings: bank.warnings },
    ),
  );
  return bank;
}

/** A cache that cannot be written costs time and nothing else. */
function keep(path: string, compiled: Buffer): void {
  try {
    writeAtomically(path, compiled, { synced: false });
  } catch {
    return;
  }
}

function cachePath(dir: string, paths: Paths): string {
  return join(paths.cache, 'banks', `${tokenOf(realPath(dir))}.bank`);
}

function realPath(dir: string): string {
  try {
    return realpathSync(dir);
  } catch {
    return dir;
  }
}
