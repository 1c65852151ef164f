import xterm from '@xterm/headless';

/**
 * The lines that output draws where no edge wraps or scrolls them: what a program believes to be a screen, which a
 * terminal of its size would show only if it is right.
 */
export async function drawnLines(output: string): Promise<string[]> {
  const endless = new xterm.Terminal({ cols: 300, rows: 150, allowProposedApi: true });
  await new Promise<void>(resolve => endless.write(output, resolve));
  const buffer = endless.buffer.active;
  const lines = Array.from(
    { length: endless.rows },
    (_, y) => buffer.getLine(y)?.translateToString(true) ?? '',
  );
  return lines.slice(0, lines.findLastIndex(line => line !== '') + 1);
}
