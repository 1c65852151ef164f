import type { FrontEnd } from '../front-end.ts';
import { toAscii } from '../render/ascii.ts';
import { summaryLines } from '../render/summary.ts';
import { screenWidth } from '../render/text.ts';
import type { Theme } from '../theme.ts';
import { sessionPrompt } from './prompt.ts';
import { onAlternateScreen, sizeOf } from './alternate-screen.ts';
import { terminalLookBack } from './look-back.ts';

interface Options {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly theme: Theme;
  readonly confirm: boolean;
}

/** The session on the alternate screen of a terminal; the summary on the normal one. */
export function terminalFrontEnd({ input, output, theme, confirm }: Options): FrontEnd {
  const size = () => sizeOf(output);
  return {
    lookBack: terminalLookBack({ input, output, theme }),
    play: (runner, notices, signal) =>
      onAlternateScreen(input, output, screen =>
        sessionPrompt(
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
        ),
      ),
    nothing: why => void output.write(`${theme.unicode ? why : toAscii(why)}\n`),
    end(words) {
      const lines = summaryLines(words, screenWidth(size().columns), theme).join('\n');
      output.write(`${theme.unicode ? lines : toAscii(lines)}\n`);
    },
  };
}
