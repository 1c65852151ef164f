import type { LookBack } from '../front-end.ts';
import type { Theme } from '../theme.ts';
import { alternateScreen } from './alternate-screen.ts';
import { endingOf } from './ending.ts';
import { offerPrompt } from './offer.ts';
import { reviewPrompt } from './review.ts';

interface Options {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly theme: Theme;
}

/** The review on the alternate screen of a terminal; the offer on the normal one, below the report. */
export const terminalLookBack = ({ input, output, theme }: Options): LookBack => ({
  offer: (exam, page, signal) =>
    // It is gone with its answer: what stays on the screen is the report.
    offerPrompt(
      { exam, page, theme, columns: () => output.columns || 80 },
      { input, output, signal, clearPromptOnDone: true },
    ).catch(endingOf),
  async review(exam, filter, signal) {
    const screen = alternateScreen(input, output);
    screen.enter();
    screen.showCursor(false);
    try {
      return await reviewPrompt(
        {
          exam,
          filter,
          theme,
          size: () => ({ columns: output.columns || 80, rows: output.rows || 24 }),
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
});
