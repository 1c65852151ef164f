import type { FrontEnd } from '../front-end.ts';
import { toAscii } from '../render/ascii.ts';
import { summaryLines } from '../render/summary.ts';
import { screenWidth } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import { sessionPrompt } from './prompt.ts';
import { alternateScreen } from './alternate-screen.ts';
import { endingOf } from './ending.ts';
import { terminalLookBack } from './look-back.ts';

interface Options {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly theme: Theme;
  readonly confirm: boolean;
}

/** The session on the alternate screen of a terminal; the summary on the normal one. */
export function terminalFrontEnd({ input, output, theme, confirm }: Options): FrontEnd {
  const size = () => ({ columns: output.columns || 80, rows: output.rows || 24 });
  return {
    lookBack: terminalLookBack({ input, output, theme }),
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
            size,
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
      const lines = summaryLines(words, screenWidth(size().columns), theme).join('\n');
      output.write(`${theme.unicode ? lines : toAscii(lines)}\n`);
    },
  };
}
