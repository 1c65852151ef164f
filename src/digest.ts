/** Node's crypto, loaded when it is first needed: that takes a tenth of Node's own start, and many commands need none. */
const crypto = () => process.getBuiltinModule('node:crypto');

/** A SHA-256 to be fed piece by piece. */
export const sha256 = () => crypto().createHash('sha256');

/** The first hex digits of a text's SHA-256; all 64 of them unless fewer are asked for. */
export const digestOf = (text: string, digits = 64): string =>
  sha256().update(text).digest('hex').slice(0, digits);

/** So many bytes by the system's chance. */
export const randomBytes = (count: number) => crypto().randomBytes(count);
