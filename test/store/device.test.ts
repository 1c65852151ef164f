import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deviceName } from '../../src/store/device.ts';
import { findPaths } from '../../src/store/paths.ts';

test('a device is named after its host, with six hex digits of machine and user', () => {
  expect(deviceName({})).toMatch(/^[a-z0-9-]+-[0-9a-f]{6}$/);
  expect(deviceName({})).toBe(deviceName({ HOME: '/elsewhere', CCA_HOME: '/elsewhere' }));
  const host = hostname().split('.')[0]?.toLowerCase() ?? '';
  if (/^[a-z0-9]+$/.test(host)) expect(deviceName({}).startsWith(`${host}-`)).toBe(true);
});

test.each([
  ['desk', 'desk'],
  ['My Desk', 'my-desk'],
  ['desk.lan', 'desk-lan'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a/b\\c', 'a-b-c'],
  ['--desk--', 'desk'],
  ['büro', 'b-ro'],
  ['x'.repeat(200), 'x'.repeat(40)],
])('CCA_DEVICE=%j is the device %j', (given, name) => {
  expect(deviceName({ CCA_DEVICE: given })).toBe(name);
});

test.each(['', '...', '漢字'])('CCA_DEVICE=%j names nothing, so the machine does', given => {
  expect(deviceName({ CCA_DEVICE: given })).toBe(deviceName({}));
});

test('CCA_HOME moves history and settings together; the cache stays with the machine', () => {
  const moved = findPaths({ CCA_HOME: '/synced' }, '/package');
  const stayed = findPaths({}, '/package');
  expect(moved.data).toBe(join('/synced', 'data'));
  expect(moved.settings).toBe(join('/synced', 'config', 'config.json'));
  expect(moved.cache).toBe(stayed.cache);
  expect(stayed.data.endsWith(join('/', 'cca'))).toBe(true);
  expect(stayed.settings.endsWith(join('cca', 'config.json'))).toBe(true);
  expect(moved.shippedBank).toBe(join('/package', 'questions'));
});
