/** A pattern that cannot be read; the message says what to write instead. */
export class PatternError extends Error {}

/** The word that stands for any one word. */
export const anyWord = '<any>';

const mostSpellings = 512;

/** Nobody types more, and brackets within brackets would exhaust the reader. */
const longest = 500;

/**
 * Every spelling a pattern allows: `{a|b}` is either, `[c]` is with and without, `<any>` is left in place.
 * The first spelling takes the first of every choice and every optional part.
 * Throws PatternError for unbalanced or empty brackets, more than 512 spellings, or more than 500 characters.
 */
export function expand(pattern: string): string[] {
  if (pattern.length > longest)
    throw new PatternError(
      `the pattern has ${pattern.length} characters; ${longest} are enough. Shorten it.`,
    );
  const reader = { text: pattern, at: 0 };
  const spellings = readSequence(reader, '');
  if (reader.at < pattern.length)
    throw new PatternError(
      `"${pattern[reader.at]}" closes nothing in "${pattern}". Remove it, or open it before.`,
    );
  return spellings.map(spelling => spelling.replace(/\s+/g, ' ').trim());
}

interface Reader {
  readonly text: string;
  at: number;
}

function readSequence(reader: Reader, closers: string): string[] {
  let spellings = [''];
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at] as string;
    if (closers.includes(next)) break;
    if (next === '}' || next === ']') break;
    spellings = join(spellings, readPart(reader, next), reader.text);
  }
  return spellings;
}

function readPart(reader: Reader, next: string): string[] {
  reader.at++;
  if (next === '{') return readChoice(reader);
  if (next === '[') {
    const optional = readSequence(reader, ']');
    close(reader, ']');
    if (optional.length === 1 && optional[0] === '')
      throw new PatternError(`"[…]" in "${reader.text}" is empty. Write what is optional, as in [--wait].`);
    return [...optional, ''];
  }
  return [next];
}

function readChoice(reader: Reader): string[] {
  const choices = readSequence(reader, '|}');
  while (reader.text[reader.at] === '|') {
    reader.at++;
    choices.push(...readSequence(reader, '|}'));
  }
  close(reader, '}');
  if (choices.length < 2 || choices.includes(''))
    throw new PatternError(`"{…}" in "${reader.text}" needs two spellings or more, as in {on|enabled}.`);
  return choices;
}

function close(reader: Reader, closer: string): void {
  if (reader.text[reader.at] !== closer)
    throw new PatternError(`"${closer}" is missing in "${reader.text}". Close what was opened.`);
  reader.at++;
}

function join(heads: string[], tails: string[], pattern: string): string[] {
  if (heads.length * tails.length > mostSpellings)
    throw new PatternError(
      `"${pattern}" allows more than ${mostSpellings} spellings. Use fewer choices, or several answers.`,
    );
  return heads.flatMap(head => tails.map(tail => head + tail));
}
