import inquirer from 'inquirer';

/** Asks for one of several values. Rejects with the library's ExitPromptError on Ctrl-C. */
export async function askChoice(
  message: string,
  choices: readonly { readonly value: string; readonly name: string }[],
): Promise<string> {
  const answers = await inquirer.prompt<{ chosen: string }>([
    { type: 'select', name: 'chosen', message, choices: [...choices] },
  ]);
  return answers.chosen;
}

/** Asks for a line of text. */
export async function askLine(message: string, current: string): Promise<string> {
  const answers = await inquirer.prompt<{ line: string }>([
    { type: 'input', name: 'line', message, default: current },
  ]);
  return answers.line;
}
