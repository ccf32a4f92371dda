import { type Protocol, protocol } from 'electron';
import { appScheme, isAppUrl } from './app-address.ts';
import { makeNonce, securityHeaders } from './content-policy.ts';
import { preparePage } from './page.ts';
import { readStaticFile } from './static-files.ts';

/** Declares `app://` as a secure origin of its own; must run before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the window's files, and nothing outside their folder, at `app://valija/`. */
export function serveWindow(target: Pick<Protocol, 'handle'>, rendererDir: string): void {
  target.handle(appScheme, request => answerRequest(request, rendererDir));
}

async function answerRequest(request: Request, rendererDir: string): Promise<Response> {
  const nonce = makeNonce();
  const headers = securityHeaders(nonce);
  if (request.method !== 'GET' || !isAppUrl(request.url)) return new Response(null, { status: 403, headers });
  const found = await readStaticFile(rendererDir, new URL(request.url).pathname);
  if (!found) return new Response(null, { status: 404, headers });
  const file = preparePage(found, nonce);
  return new Response(Buffer.from(file.bytes), { headers: { ...headers, 'Content-Type': file.mediaType } });
}
