import { AbortPromptError, ExitPromptError } from '@inquirer/core';
import type { Ending, FrontEnd } from '../front-end.ts';
import { toAscii } from '../render/ascii.ts';
import { summaryLines } from '../render/summary.ts';
import { screenWidth } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import { sessionPrompt } from './prompt.ts';
import { alternateScreen } from './alternate-screen.ts';

interface Options {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly theme: Theme;
  readonly confirm: boolean;
}

/** The session on the alternate screen of a terminal; the summary on the normal one. */
export function terminalFrontEnd({ input, output, theme, confirm }: Options): FrontEnd {
  return {
    async play(runner, notices, signal) {
      const screen = alternateScreen(input, output);
      screen.enter();
      try {
        return await sessionPrompt(
          {
            runner,
            notices,
            theme,
            confirm,
            size: () => ({ columns: output.columns || 80, rows: output.rows || 24 }),
            showCursor: screen.showCursor,
            onRedraw: screen.onRedraw,
            suspend: screen.suspend,
          },
          { input, output, signal },
        );
      } catch (error) {
        return endingOf(error);
      } finally {
        screen.leave();
      }
    },
    nothing: why => void output.write(`${theme.unicode ? why : toAscii(why)}\n`),
    end(words) {
      const lines = summaryLines(words, screenWidth(output.columns || 80), theme).join('\n');
      output.write(`${theme.unicode ? lines : toAscii(lines)}\n`);
    },
  };
}

/** Ctrl-C and signals end the prompt with an error of the library's. */
function endingOf(error: unknown): Ending {
  if (error instanceof ExitPromptError || error instanceof AbortPromptError) return 'interrupted';
  throw error;
}
