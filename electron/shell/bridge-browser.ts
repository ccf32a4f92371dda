import { decode, encode } from '@msgpack/msgpack';
import type { ValijaBridge } from '../../shared/contract/bridge.ts';
import type { ValijaEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { GrantedFile } from '../../shared/contract/shell-calls.ts';
import { askEarly } from './early-calls.ts';
import { createEventQueue } from './event-queue.ts';
import { fetchBeyondPage } from './fetch-beyond-page.ts';

/** The window side of the browser shell: calls by fetch, events by server-sent events. */
function createBridge(): ValijaBridge<File> {
  const queue = createEventQueue<ValijaEvent>();
  listen(event => queue.push(event));
  return { call: askEarly(call), onEvent: queue.onEvent, grantDropped };
}

const send = fetchBeyondPage(globalThis as unknown as EventTarget);

async function call(name: string, input: unknown): Promise<unknown> {
  try {
    const body = encode({ name, input }, { ignoreUndefined: true });
    const response = await send('/call', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/vnd.msgpack' },
    });
    if (response.ok) return decode(await response.arrayBuffer());
    const code = response.status === 413 ? 'tooLarge' : 'forbidden';
    return { ok: false, error: { code, message: `the server answered ${response.status}`, details: {} } };
  } catch (error) {
    return { ok: false, error: { code: 'coreLost', message: String(error), details: {} } };
  }
}

function listen(tell: (event: ValijaEvent) => void): void {
  const source = new EventSource('/events');
  let lost = false;
  const say = (state: 'lost' | 'restarted') => {
    if (lost === (state === 'lost')) return;
    lost = state === 'lost';
    tell({ type: 'core', state });
  };
  source.onmessage = message => tell(JSON.parse(String(message.data)) as ValijaEvent);
  source.addEventListener('end', () => {
    source.close();
    say('lost');
  });
  // A sleeping machine breaks the stream; the browser opens it again by itself.
  source.onerror = () => say('lost');
  source.onopen = () => say('restarted');
}

async function grantDropped(file: File): Promise<GrantedFile> {
  const headers = { 'X-File-Name': encodeURIComponent(file.name) };
  const response = await fetch('/drop', { method: 'POST', body: file, headers }).catch(() => null);
  const result: Result<GrantedFile> | undefined = response?.ok
    ? ((await response.json()) as Result<GrantedFile>)
    : undefined;
  if (result?.ok) return result.value;
  throw new Error(result?.error.code ?? 'coreLost');
}

Object.defineProperty(globalThis, 'valija', { value: Object.freeze(createBridge()) });
