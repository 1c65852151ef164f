import { createPromptModule } from 'inquirer';

/** Asks for one of several values. Rejects with the library's ExitPromptError on Ctrl-C, AbortPromptError on a signal. */
export async function askChoice(
  message: string,
  choices: readonly { readonly value: string; readonly name: string }[],
  signal: AbortSignal,
): Promise<string> {
  const answers = await createPromptModule({ signal })<{ chosen: string }>([
    { type: 'select', name: 'chosen', message, choices: [...choices] },
  ]);
  return answers.chosen;
}

/** Asks for a line of text. */
export async function askLine(message: string, current: string, signal: AbortSignal): Promise<string> {
  const answers = await createPromptModule({ signal })<{ line: string }>([
    { type: 'input', name: 'line', message, default: current },
  ]);
  return answers.line;
}

/** Asks whether to go on; Enter alone means no. */
export async function askSure(message: string, signal: AbortSignal): Promise<boolean> {
  const answers = await createPromptModule({ signal })<{ sure: boolean }>([
    { type: 'confirm', name: 'sure', message, default: false },
  ]);
  return answers.sure;
}
