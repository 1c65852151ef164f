import { AbortPromptError, ExitPromptError } from '@inquirer/core';

/** Ctrl-C and signals end a prompt with an error of the library's. Throws any other error again. */
export function endingOf(error: unknown): 'interrupted' {
  if (error instanceof ExitPromptError || error instanceof AbortPromptError) return 'interrupted';
  throw error;
}
