import { EventEmitter } from 'node:events';
import type { StandInApp } from './stand-in.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type Asked = { url: string };
type NetworkListener = (details: Asked, answer: (response: { cancel?: boolean }) => void) => void;

/** A session: its protocol, its rights and its network. */
export class StandInSession extends EventEmitter {
  readonly schemes = new Map<string, ProtocolHandler>();
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | null = null;
  permissionCheck: ((contents: unknown, permission: string) => boolean) | null = null;
  devicePermission: ((details: unknown) => boolean) | null = null;
  displayMedia: ((request: unknown, answer: (streams: object) => void) => void) | null = null;
  spellChecker = true;
  readonly protocol: { handle(scheme: string, handler: ProtocolHandler): void };
  readonly webRequest: { onBeforeRequest(listener: NetworkListener): void };
  #network: NetworkListener | null = null;
  #privileged: () => ReadonlySet<string>;

  constructor(privileged: () => ReadonlySet<string>) {
    super();
    this.#privileged = privileged;
    this.protocol = { handle: (scheme, handler) => this.#handle(scheme, handler) };
    this.webRequest = {
      onBeforeRequest: listener => {
        this.#network = listener;
      },
    };
  }

  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: StandInSession['permissionCheck']): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: StandInSession['devicePermission']): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: StandInSession['displayMedia']): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  /** What a page of this session gets for an address: an answer, or `cancelled`, or `network` when it would leave the machine. */
  async load(url: string, method = 'GET'): Promise<Response | 'cancelled' | 'network'> {
    const verdict = await new Promise<{ cancel?: boolean }>(resolve =>
      this.#network ? this.#network({ url }, resolve) : resolve({}),
    );
    if (verdict.cancel) return 'cancelled';
    const handler = this.schemes.get(new URL(url).protocol.slice(0, -1));
    return handler ? handler(new Request(url, { method })) : 'network';
  }

  #handle(scheme: string, handler: ProtocolHandler): void {
    if (this.schemes.has(scheme)) throw new Error('Failed to register protocol: already handled');
    // Without the privilege the page would be no secure origin of its own.
    if (!this.#privileged().has(scheme))
      throw new Error(`${scheme} was not registered as privileged before ready`);
    this.schemes.set(scheme, handler);
  }
}

interface Privileges {
  scheme: string;
  privileges: { standard?: boolean; secure?: boolean };
}

/** Electron's `protocol` and `session` modules. */
export function createSessions(app: StandInApp) {
  const privileged = new Set<string>();
  const all = new Map<string, StandInSession>();
  return {
    all,
    protocol: {
      registerSchemesAsPrivileged: (schemes: Privileges[]) => {
        if (app.ready)
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        for (const { scheme, privileges } of schemes) {
          if (privileges.standard && privileges.secure) privileged.add(scheme);
        }
      },
    },
    fromPartition: (partition: string): StandInSession => {
      if (!app.ready) throw new Error('Session can only be received when app is ready');
      const own = all.get(partition) ?? new StandInSession(() => privileged);
      all.set(partition, own);
      return own;
    },
  };
}
