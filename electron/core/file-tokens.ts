import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { Failure } from '../../shared/contract/result.ts';
import type { FileTokens } from './ports.ts';

/** Bytes of chance in a token: 192 bits, so that none can be guessed. */
const TOKEN_BYTES = 24;

/** Makes the register of tokens of one core process; it forgets them all when the process ends. */
export function createFileTokens(): FileTokens {
  const pathByToken = new Map<string, string>();
  const tokenByPath = new Map<string, string>();
  return {
    grant(path) {
      const absolute = resolve(path);
      const known = tokenByPath.get(absolute);
      if (known) return known;
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      pathByToken.set(token, absolute);
      tokenByPath.set(absolute, token);
      return token;
    },
    resolve(token) {
      const path = pathByToken.get(token);
      if (path === undefined) throw new Failure('tokenUnknown');
      return path;
    },
  };
}
