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
  text
    .replace(
      /[^\u0000-\u007f]/gu,
      sign => twins[sign] ?? sign.normalize('NFD').replace(/[^\u0000-\u007f]/gu, '') ?? '?',
    )
    .replace(/[^\u0000-\u007f]/gu, '?');
