import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may speak to the loopback server: holders of the session's cookie, from the program's own page. */
export interface LoopbackGuard {
  /** The one-time token of the first address. */
  readonly entryToken: string;
  /** Takes the one-time token; the `Set-Cookie` value the first time, null ever after and for any other token. */
  enter(token: string): string | null;
  /** Whether Host, Origin and Fetch Metadata are those of the program's own page. */
  isOwnRequest(request: IncomingMessage): boolean;
  /** Whether the request carries the session's cookie. */
  hasSession(request: IncomingMessage): boolean;
}

/** Makes the guard of one server; `host` is «127.0.0.1:port». */
export function createGuard(host: string): LoopbackGuard {
  const entryToken = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  // Cookies do not tell ports apart, so the port is in the name.
  const cookieName = `valija-${host.split(':')[1]}`;
  let entered = false;
  return {
    entryToken,
    enter: token => {
      if (entered || !equal(token, entryToken)) return null;
      entered = true;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isOwnRequest: request => {
      const { origin } = request.headers;
      const site = request.headers['sec-fetch-site'];
      // A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows in Host.
      if (request.headers.host !== host) return false;
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
      if (origin !== undefined) return origin === `http://${host}`;
      return request.method === 'GET' || request.method === 'HEAD';
    },
    hasSession: request => {
      const cookies = (request.headers.cookie ?? '').split(';').map(cookie => cookie.trim());
      return cookies.some(
        cookie => cookie.startsWith(`${cookieName}=`) && equal(cookie.slice(cookieName.length + 1), session),
      );
    },
  };
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
