import { execFileSync } from 'node:child_process';

/**
 * Makes writes of a running process fail beyond so many bytes of a file, as a full disk would, or lets them through
 * again. Takes util-linux, which every Linux has.
 */
export function limitFileSize(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('bash', ['-c', `prlimit --pid ${pid} --fsize=${bytes}:unlimited`]);
}
