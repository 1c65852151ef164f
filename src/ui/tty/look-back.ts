import type { LookBack } from '../front-end.ts';
import type { Theme } from '../theme.ts';
import { onAlternateScreen, sizeOf } from './alternate-screen.ts';
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
      { exam, page, theme, columns: () => sizeOf(output).columns },
      { input, output, signal, clearPromptOnDone: true },
    ).catch(endingOf),
  review: (exam, filter, signal) =>
    onAlternateScreen(input, output, screen => {
      screen.showCursor(false);
      return reviewPrompt(
        {
          exam,
          filter,
          theme,
          size: () => sizeOf(output),
          onRedraw: screen.onRedraw,
          suspend: screen.suspend,
        },
        { input, output, signal },
      );
    }),
});
