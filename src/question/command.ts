import { anyWord, expand } from './pattern.ts';
import type { FlagSynonyms, TextResponse } from './types.ts';

/**
 * A typed line in a form in which two spellings of the same thing are equal: the words in order, then the flags sorted,
 * each under its first synonym and joined to its value.
 */
export interface Normal {
  readonly words: readonly string[];
  readonly flags: readonly string[];
}

/** Whether a typed line is one of the spellings that a pattern allows. Takes a readable pattern. */
export function matches(
  typed: string,
  pattern: string,
  response: Pick<TextResponse, 'input' | 'flags'>,
): boolean {
  return expand(pattern).some(spelling => {
    const rules = { ...response, flags: withWritten(typed, withWritten(spelling, response.flags)) };
    return same(normalize(typed, rules), normalize(spelling, rules));
  });
}

/** A typed line without what is forgiven: white space, quotes, flag order and synonyms; for a term also case and a full stop. */
export function normalize(line: string, { input, flags }: Pick<TextResponse, 'input' | 'flags'>): Normal {
  if (input === 'term')
    return {
      words: splitWords(withoutQuotes(line)).map(word => word.toLowerCase().replace(/[.]$/, '')),
      flags: [],
    };
  const parts = partsOf(line, flags);
  return { words: parts.filter(part => !isFlag(part)), flags: parts.filter(isFlag).sort() };
}

/** A typed command for reading: its words and flags as they stand, flags under their first synonym and joined to their value. */
export const spelled = (line: string, { input, flags }: Pick<TextResponse, 'input' | 'flags'>): string =>
  (input === 'term' ? splitWords(withoutQuotes(line)) : partsOf(line, withWritten(line, flags))).join(' ');

const isFlag = (part: string) => /^--?[a-zA-Z]/.test(part);

function partsOf(line: string, flags: readonly FlagSynonyms[]): string[] {
  const parts = splitWords(line);
  const found: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string;
    if (!isFlag(part)) {
      if (!(i === 0 && part === '$')) found.push(part);
      continue;
    }
    const [name, attached] = splitFlag(part);
    const synonyms = flags.find(entry => entry.flags.includes(name));
    const canonical = synonyms?.flags[0] ?? name;
    const takesNext = attached === undefined && synonyms?.value === true && i + 1 < parts.length;
    const value = takesNext ? parts[++i] : attached;
    found.push(value === undefined || value === 'true' ? canonical : `${canonical}=${value}`);
  }
  return found;
}

/** A term in quotes is the term. */
const withoutQuotes = (line: string) => line.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Words as a shell would split them: quotes group and vanish, white space separates. */
function splitWords(line: string): string[] {
  const words = line.trim().match(/(?:"[^"]*"|'[^']*'|[^\s"'])+|["']/g) ?? [];
  return words.map(word => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

function splitFlag(part: string): [string, string | undefined] {
  const equals = part.indexOf('=');
  return equals < 0 ? [part, undefined] : [part.slice(0, equals), part.slice(equals + 1)];
}

/** A flag that is written with `=` takes a value, even when no synonym list says so; `=true` is a switch. */
function withWritten(spelling: string, flags: readonly FlagSynonyms[]): FlagSynonyms[] {
  const written = splitWords(spelling)
    .filter(word => word.startsWith('-') && word.includes('=') && !word.endsWith('=true'))
    .map(word => splitFlag(word)[0])
    .filter(name => !flags.some(entry => entry.flags.includes(name)));
  return [...flags, ...written.map(name => ({ flags: [name], value: true }))];
}

function same(typed: Normal, wanted: Normal): boolean {
  return (
    typed.words.length === wanted.words.length &&
    typed.words.every((word, i) => fits(word, wanted.words[i] as string)) &&
    sameFlags(typed.flags, wanted.flags)
  );
}

function sameFlags(typed: readonly string[], wanted: readonly string[]): boolean {
  if (typed.length !== wanted.length) return false;
  const left = [...typed];
  // Exact flags are taken before those with a wildcard, so that a wildcard never steals another's partner.
  const inOrder = [...wanted].sort((a, b) => Number(a.includes(anyWord)) - Number(b.includes(anyWord)));
  return inOrder.every(flag => {
    const found = left.findIndex(candidate => fits(candidate, flag));
    if (found < 0) return false;
    left.splice(found, 1);
    return true;
  });
}

function fits(typed: string, wanted: string): boolean {
  if (!wanted.includes(anyWord)) return typed === wanted;
  const parts = wanted.split(anyWord);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (!typed.startsWith(first) || !typed.endsWith(last)) return false;
  // Each wildcard stands for one sign at least; what lies between them is found in turn.
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = typed.indexOf(part, at + 1);
    if (found < 0) return false;
    at = found + part.length;
  }
  return typed.length - last.length > at;
}
