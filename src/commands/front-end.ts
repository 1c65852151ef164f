import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { FrontEnd } from '../ui/front-end.ts';

export interface FrontEndFlags {
  readonly plain?: boolean | undefined;
  readonly jsonLines?: boolean | undefined;
}

/**
 * The front end for a session: flag, then setting, then what stdin and stdout are. Each is loaded only when it is taken.
 * Throws UsageError when two are asked for.
 */
export async function chooseFrontEnd(
  { plain, jsonLines }: FrontEndFlags,
  context: Context,
): Promise<FrontEnd> {
  const { input, output, terminal, settings } = context;
  if (plain && jsonLines) throw new UsageError('--plain and --json-lines exclude each other. Choose one.');
  if (jsonLines) {
    const { jsonLinesFrontEnd } = await import('../ui/json-lines/json-lines.ts');
    return jsonLinesFrontEnd({ input, output });
  }
  if (plain || settings['front-end'] === 'plain' || !terminal.interactive) {
    const { plainFrontEnd } = await import('../ui/plain/plain.ts');
    return plainFrontEnd({
      input,
      output,
      interactive: terminal.stdin && terminal.stdout,
      unicode: terminal.unicode,
    });
  }
  const [{ terminalFrontEnd }, { makeTheme }] = await Promise.all([
    import('../ui/tty/terminal.ts'),
    import('../ui/theme.ts'),
  ]);
  return terminalFrontEnd({
    input,
    output,
    theme: makeTheme(settings.theme, terminal),
    confirm: settings.confirm,
  });
}
