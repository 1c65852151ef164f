import { join } from 'node:path';
import { xdgCache, xdgConfig, xdgData } from 'xdg-basedir';

/** Every place on disk that cca knows. */
export interface Paths {
  /** The learner's history: `journal/` and `kept/`. */
  readonly data: string;
  /** The settings file. */
  readonly settings: string;
  /** May be deleted at any time; never synced. */
  readonly cache: string;
  /** The bank that ships, and its compiled form. */
  readonly shippedBank: string;
  readonly shippedCompiled: string;
}

/**
 * `CCA_HOME` moves data and settings together; the cache belongs to the machine and stays. XDG folders on Linux and macOS
 * alike. `root` is the folder of the package.
 */
export function findPaths(env: NodeJS.ProcessEnv, root: string): Paths {
  const home = env['CCA_HOME'];
  return {
    data: home ? join(home, 'data') : join(xdgData ?? '.', 'cca'),
    settings: join(home ? join(home, 'config') : join(xdgConfig ?? '.', 'cca'), 'config.json'),
    cache: join(xdgCache ?? '.', 'cca'),
    shippedBank: join(root, 'questions'),
    shippedCompiled: join(root, 'dist', 'shipped.bank'),
  };
}
