const enterScreen = '\u001b[?1049h\u001b[2J\u001b[H';
const leaveScreen = '\u001b[?1049l';
const clearScreen = '\u001b[2J\u001b[H';
const cursorShown = '\u001b[?25h';
const cursorHidden = '\u001b[?25l';

export interface AlternateScreen {
  enter(): void;
  leave(): void;
  showCursor(shown: boolean): void;
  /** Takes the function that draws: called after a resize, and on return from the background. */
  onRedraw(redraw: () => void): void;
  /** Gives the shell its screen back and stops, as Ctrl-Z does; goes on where it was when brought back. */
  suspend(): void;
}

/** The terminal's second screen, which leaves no trace on the first. */
export function alternateScreen(input: NodeJS.ReadStream, output: NodeJS.WriteStream): AlternateScreen {
  let redraw = () => {};
  let isCursorShown = true;
  const drawAgain = () => {
    output.write(clearScreen);
    redraw();
  };
  const onContinue = () => {
    input.setRawMode(true);
    input.resume();
    output.write(enterScreen + (isCursorShown ? cursorShown : cursorHidden));
    redraw();
  };
  return {
    enter() {
      output.write(enterScreen);
      output.on('resize', drawAgain);
    },
    leave() {
      output.removeListener('resize', drawAgain);
      process.removeListener('SIGCONT', onContinue);
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
      output.write(cursorShown + leaveScreen);
      input.setRawMode(false);
      process.once('SIGCONT', onContinue);
      process.kill(process.pid, 'SIGTSTP');
    },
  };
}
