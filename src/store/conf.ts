import { basename, dirname } from 'node:path';
import Conf from 'conf';
import { StorageError } from '../errors.ts';
import { makeFolder } from './folder.ts';

/** Writes one setting through conf, whole or not at all, readable by its owner only. Throws StorageError. */
export function writeWithConf(path: string, name: string, value: unknown): void {
  try {
    makeFolder(dirname(path));
    const conf = new Conf({
      cwd: dirname(path),
      configName: basename(path, '.json'),
      configFileMode: 0o600,
      projectName: 'cca',
      projectSuffix: '',
      accessPropertiesByDotNotation: false,
    });
    if (value === undefined) conf.delete(name);
    else conf.set(name, value);
  } catch (error) {
    throw new StorageError(
      `The settings cannot be saved in ${path} (${(error as Error).message}). Check its permissions.`,
    );
  }
}
