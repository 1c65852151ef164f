const twins: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '·': '|',
  '•': '*',
  '\u00a0': ' ',
};

/** Text for a terminal where only ASCII is safe: known signs by their twins, letters without accents, the rest as `?`. */
export const toAscii = (text: string): string =>
  text.normalize('NFC').replace(/[^\u0000-\u007f]/gu, sign => twins[sign] ?? (bare(sign) || '?'));

/** A letter without its accents, or nothing. */
const bare = (sign: string) => sign.normalize('NFD').replace(/[^\u0000-\u007f]/gu, '');
