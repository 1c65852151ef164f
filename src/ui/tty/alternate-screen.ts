import { endingOf } from './ending.ts';
import type { Size } from './frame.ts';

const enterScreen = '\u001b[?1049h\u001b[2J\u001b[H';
const leaveScreen = '\u001b[?1049l';
/** Erases what is on the screen and goes to its top. */
export const clearScreen = '\u001b[2J\u001b[H';
const cursorShown = '\u001b[?25h';
const cursorHidden = '\u001b[?25l';

/** How much a terminal shows; the usual where it does not say. */
export const sizeOf = ({ columns, rows }: NodeJS.WriteStream): Size => ({
  columns: columns || 80,
  rows: rows || 24,
});

/** Signals that end a program at once: the terminal is put right before they do. */
const deadly = ['SIGQUIT', 'SIGABRT'] as const;

export interface AlternateScreen {
  enter(): void;
  leave(): void;
  showCursor(shown: boolean): void;
  /** Takes the function that draws: called after a resize, and on return from the background. */
  onRedraw(redraw: () => void): void;
  /** Gives the shell its screen back and stops, as Ctrl-Z does; goes on where it was when brought back. */
  suspend(): void;
}

/** Runs a prompt on the terminal's second screen, and gives the first one back however it ends; Ctrl-C and signals give `interrupted`. */
export async function onAlternateScreen<T>(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  prompt: (screen: AlternateScreen) => Promise<T>,
): Promise<T | 'interrupted'> {
  const screen = alternateScreen(input, output);
  screen.enter();
  try {
    return await prompt(screen);
  } catch (error) {
    return endingOf(error);
  } finally {
    screen.leave();
  }
}

/** The terminal's second screen, which leaves no trace on the first. */
function alternateScreen(input: NodeJS.ReadStream, output: NodeJS.WriteStream): AlternateScreen {
  let redraw = () => {};
  let isCursorShown = true;
  const drawAgain = () => {
    output.write(clearScreen);
    redraw();
  };
  const goAway = () => {
    output.write(cursorShown + leaveScreen);
    input.setRawMode(false);
  };
  const comeBack = () => {
    input.setRawMode(true);
    input.resume();
    output.write(enterScreen + (isCursorShown ? cursorShown : cursorHidden));
    // The window may have another size by now; Node asks for it only when told so.
    process.kill(process.pid, 'SIGWINCH');
    redraw();
  };
  const die = (signal: NodeJS.Signals) => {
    goAway();
    process.removeListener(signal, die);
    process.kill(process.pid, signal);
  };
  return {
    enter() {
      output.write(enterScreen);
      output.on('resize', drawAgain);
      for (const signal of deadly) process.on(signal, die);
    },
    leave() {
      output.removeListener('resize', drawAgain);
      for (const signal of deadly) process.removeListener(signal, die);
      output.write(cursorShown + leaveScreen);
    },
    showCursor(shown) {
      if (shown !== isCursorShown) output.write(shown ? cursorShown : cursorHidden);
      isCursorShown = shown;
    },
    onRedraw(draw) {
      redraw = draw;
    },
    suspend() {
      // Once the key has been dealt with: what that draws must not come after the shell's screen is back.
      setImmediate(() => {
        goAway();
        // All of the job, or the shell would still wait for what started us. Where no shell can bring us back the system
        // ignores it; either way the next line runs when it is our turn again.
        process.kill(0, 'SIGTSTP');
        comeBack();
      });
    },
  };
}
