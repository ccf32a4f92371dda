/** Electron's `contextBridge`: what is exposed reaches the page as a clone, its functions as proxies, and once only. */
export interface ContextBridge {
  exposeInMainWorld(key: string, api: unknown): void;
}

/** Makes the bridge into one page's world. */
export function createContextBridge(world: Record<string, unknown>): ContextBridge {
  return {
    exposeInMainWorld: (key, api) => {
      if (Object.hasOwn(world, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      Object.defineProperty(world, key, { value: passAcross(api, 0), enumerable: true });
    },
  };
}

/** Clones a value as it crosses between the worlds: no prototypes, no symbols, errors keep their message only. */
function passAcross(value: unknown, depth: number): unknown {
  if (depth > 1000) throw new Error('Cannot pass value: nested too deeply');
  if (typeof value === 'function') return proxyFunction(value as (...args: unknown[]) => unknown);
  if (typeof value === 'symbol') throw new Error('Symbols cannot be sent across the context bridge');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Promise) {
    return value.then(
      found => passAcross(found, depth + 1),
      error => Promise.reject(passAcross(error, depth + 1)),
    );
  }
  if (value instanceof Error) return new Error(value.message);
  // The DOM's own objects keep their identity of the page.
  if (value instanceof Blob) return value;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return structuredClone(value);
  if (Array.isArray(value)) return value.map(item => passAcross(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [key, passAcross(item, depth + 1)]);
  return Object.freeze(Object.fromEntries(entries));
}

function proxyFunction(original: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => passAcross(original(...args.map(argument => passAcross(argument, 0))), 0);
}
