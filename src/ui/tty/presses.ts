import type { Press } from './state.ts';

/** Keys as we name them. Escape followed at once by another key arrives as one key with `meta`: it is both. */
export function pressesOf(event: {
  name?: string;
  ctrl?: boolean;
  sequence?: string;
  meta?: boolean;
}): Press[] {
  const { name, ctrl = false, sequence = '' } = event;
  const escaped =
    event.meta === true && name !== 'escape' && sequence.startsWith('\u001b') && sequence.length === 2;
  // Signs have no name, and are their own.
  const sign = escaped ? sequence.slice(1) : sequence;
  const key: Press = { name: name ?? (sign.length === 1 ? sign : ''), ctrl };
  return escaped ? [{ name: 'escape', ctrl: false }, key] : [key];
}
