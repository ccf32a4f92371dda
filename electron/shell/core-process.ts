import { z } from 'zod';
import { eventSchema, type ValijaEvent } from '../../shared/contract/events.ts';
import { Failure, type Result } from '../../shared/contract/result.ts';
import { coreLost, type FromCore, type ToCore } from './core-messages.ts';
import type { CoreTransport, StartTransport } from './core-transport.ts';

/** The core process as a shell uses it: calls in, events out; it outlives one death of the process. */
export interface CoreProcess {
  /** Sends a call of the contract to the core; answers `coreLost` when the process dies first. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** A token for a path that the user has chosen. */
  grant(path: string): Promise<string>;
  /** The path of a token; throws `Failure('tokenUnknown')`. */
  resolve(token: string): Promise<string>;
  /** Subscribes to events; gives the function that ends it. */
  onEvent(listener: (event: ValijaEvent) => void): () => void;
  /** Closes the library, then ends the process. */
  close(): Promise<void>;
}

/** Milliseconds: waits before each restart in a row, the life after which a process counts as sound, the patience at the end. */
export interface SupervisionTimes {
  restartDelays: readonly number[];
  soundAfter: number;
  closeTimeout: number;
}

const usualTimes: SupervisionTimes = {
  restartDelays: [250, 1000, 4000],
  soundAfter: 60_000,
  closeTimeout: 5000,
};

interface State {
  transport: CoreTransport | null;
  pending: Map<number, (answer: Result<unknown>) => void>;
  listeners: Set<(event: ValijaEvent) => void>;
  nextId: number;
  deathsInARow: number;
  closing: Promise<void> | null;
  ended: (() => void) | null;
}

/**
 * Starts the core process and watches over it. When it dies, pending calls answer `coreLost`, the event `core: lost` goes
 * out, and it is started again after a pause (event `core: restarted`), until it has died as often in a row as there are pauses.
 */
export function superviseCore(start: StartTransport, times: SupervisionTimes = usualTimes): CoreProcess {
  const state: State = {
    transport: null,
    pending: new Map(),
    listeners: new Set(),
    nextId: 1,
    deathsInARow: 0,
    closing: null,
    ended: null,
  };
  startOnce(state, start, times);
  return {
    call: (name, input) => ask(state, { id: 0, name, input }),
    grant: async path => textOf(await ask(state, { id: 0, grant: path })),
    resolve: async token => textOf(await ask(state, { id: 0, resolve: token })),
    onEvent: listener => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    close: () => {
      state.closing ??= close(state, times);
      return state.closing;
    },
  };
}

function startOnce(state: State, start: StartTransport, times: SupervisionTimes): void {
  const transport = start();
  const startedAt = Date.now();
  state.transport = transport;
  transport.onMessage(message => receive(state, message));
  transport.onExit(() => {
    if (Date.now() - startedAt > times.soundAfter) state.deathsInARow = 0;
    bury(state, start, times);
  });
}

function bury(state: State, start: StartTransport, times: SupervisionTimes): void {
  state.transport = null;
  for (const answer of state.pending.values()) answer(coreLost);
  state.pending.clear();
  if (state.closing) {
    state.ended?.();
    return;
  }
  tell(state, { type: 'core', state: 'lost' });
  const delay = times.restartDelays[state.deathsInARow];
  state.deathsInARow += 1;
  if (delay === undefined) return;
  setTimeout(() => {
    if (state.closing) return;
    startOnce(state, start, times);
    tell(state, { type: 'core', state: 'restarted' });
  }, delay);
}

function receive(state: State, message: FromCore): void {
  if ('event' in message) {
    const event = eventSchema.safeParse(message.event);
    if (event.success) tell(state, event.data);
    return;
  }
  const answer = state.pending.get(message.id);
  state.pending.delete(message.id);
  answer?.(message.result);
}

function tell(state: State, event: ValijaEvent): void {
  for (const listener of state.listeners) listener(event);
}

function ask(state: State, message: ToCore): Promise<Result<unknown>> {
  const { transport } = state;
  if (!transport) return Promise.resolve(coreLost);
  const id = state.nextId++;
  return new Promise(answer => {
    state.pending.set(id, answer);
    try {
      transport.send({ ...message, id });
    } catch (error) {
      state.pending.delete(id);
      answer({ ok: false, error: { code: 'invalidInput', message: String(error), details: {} } });
    }
  });
}

function textOf(answer: Result<unknown>): string {
  if (!answer.ok) throw new Failure(answer.error.code, answer.error.details, answer.error.message);
  return z.string().parse(answer.value);
}

async function close(state: State, times: SupervisionTimes): Promise<void> {
  const { transport } = state;
  if (!transport) return;
  const ended = new Promise<void>(resolve => {
    state.ended = resolve;
  });
  const patience = setTimeout(() => transport.kill(), times.closeTimeout);
  await ask(state, { id: 0, name: 'library.close', input: {} });
  transport.end();
  await ended;
  clearTimeout(patience);
}
