import { createInterface } from 'node:readline';
import type { Ending, Runner } from './front-end.ts';

interface LineLoop {
  readonly input: NodeJS.ReadableStream;
  readonly signal: AbortSignal;
  /** Shows the first question. */
  begin(): void;
  /** Takes one line; gives the ending when there is one. */
  step(line: string): Ending | undefined;
}

/** Plays a session line by line until it ends, is interrupted, or input ends, which leaves it paused. */
export async function playLines(runner: Runner, { input, signal, begin, step }: LineLoop): Promise<Ending> {
  const lines = createInterface({ input, terminal: false });
  const stop = () => lines.close();
  signal.addEventListener('abort', stop);
  try {
    if (!signal.aborted) begin();
    for await (const line of lines) {
      if (signal.aborted) break;
      const ending = step(line);
      if (ending) return ending;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    lines.close();
  }
  if (signal.aborted) return 'interrupted';
  runner.act({ type: 'leave' });
  return 'left';
}
