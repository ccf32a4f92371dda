/** Bytes that requests may have under way together when they outlive their page (Fetch Standard, 4.6: 64 KiB), less a margin. */
const keptBytes = 60 * 1024;

/** What tells that a page is being left. */
const farewells = ['beforeunload', 'pagehide', 'visibilitychange'];

/** Sends a call with a body of bytes, to the program's own server. */
export type SendBytes = (
  path: '/call',
  request: RequestInit & { body: Uint8Array<ArrayBuffer> },
) => Promise<Response>;

/**
 * Makes a `fetch` whose requests outlive the page once the page is being left, as many as the browser allows; the others
 * are sent as usual, and whoever asks before leaving waits for them.
 */
export function fetchBeyondPage(
  page: EventTarget,
  send: typeof fetch = (...args) => fetch(...args),
): SendBytes {
  let isLeaving = false;
  let underWay = 0;
  // First to hear: what others send at a farewell is sent after this.
  for (const name of farewells) page.addEventListener(name, () => (isLeaving = true), { capture: true });
  return async (path, request) => {
    const size = request.body.byteLength;
    if (!isLeaving || underWay + size > keptBytes) return send(path, request);
    underWay += size;
    try {
      return await send(path, { ...request, keepalive: true });
    } finally {
      underWay -= size;
    }
  };
}
