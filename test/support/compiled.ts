import type { CheckedBank } from '../../src/bank/check.ts';
import { compileBank } from '../../src/bank/compile.ts';
import { isQuestion, type BankEntry, type Question } from '../../src/question/types.ts';
import { blueprint, entryOf, topic } from './banks.ts';

/** Compiles a bank that exists only in memory: its files by path, with the two-domain `exam.yaml` unless given. */
export function compileTexts(texts: Readonly<Record<string, string>>): CheckedBank {
  const file = ([path, text]: [string, string]) => ({
    path,
    domain: path.split('/')[0] as string,
    read: () => ({ text }),
  });
  const { 'exam.yaml': exam = blueprint, ...topics } = texts;
  return compileBank({
    blueprint: file(['exam.yaml', exam]),
    topics: Object.entries(topics).map(file),
  });
}

/** The entries of a bank in memory. Throws with every issue when it has errors. */
export function entriesOf(texts: Readonly<Record<string, string>>): readonly BankEntry[] {
  const { content, issues } = compileTexts(texts);
  if (!content) throw new Error(issues.map(issue => issue.message).join('\n'));
  return content.entries;
}

/** The questions that the entries of one file of birds become. */
export const questionsOf = (...entries: readonly string[]): Question[] =>
  entriesOf({ 'birds/air.yaml': topic(...entries) }).filter(isQuestion);

export type SampleKind = keyof typeof entryOf;

/** A question of this kind; `banks.ts` says what its right answer is. */
export const sample = (kind: SampleKind): Question =>
  questionsOf(entryOf[kind](`birds-air-${kind}`))[0] as Question;

export const sampleKinds = Object.keys(entryOf) as SampleKind[];
