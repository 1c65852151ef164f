import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { digestOf } from '../digest.ts';

/**
 * The name of this machine's journal file: the host name, cleaned, and six hex digits of machine id and user, so that two
 * machines that share a folder never write one file. `CCA_DEVICE` overrides it. It is worked out each time and never
 * stored with the history.
 */
export function deviceName(env: NodeJS.ProcessEnv): string {
  const given = clean(env['CCA_DEVICE'] ?? '');
  if (given !== '') return given;
  const digest = digestOf(`${machineId()}\n${userId()}`, 6);
  return `${clean(hostname().split('.')[0] as string) || 'device'}-${digest}`;
}

const clean = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

function userId(): string {
  try {
    return String(userInfo().uid);
  } catch {
    return '';
  }
}

function machineId(): string {
  for (const path of ['/etc/machine-id', '/var/lib/dbus/machine-id']) {
    try {
      return readFileSync(path, 'utf8').trim();
    } catch {
      continue;
    }
  }
  return process.platform === 'darwin' ? hardwareId() : hostname();
}

function hardwareId(): string {
  try {
    // Loading this module takes 6 ms, and only a Mac needs it.
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    const told = execFileSync('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice'], {
      encoding: 'utf8',
    });
    return told.match(/"IOPlatformUUID" = "([^"]+)"/)?.[1] ?? hostname();
  } catch {
    return hostname();
  }
}
