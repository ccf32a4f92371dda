import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

/** Makes this Node process look like Electron's utility process, then runs the entry named first. */
const entry = process.argv[2] ?? '';
const send = process.send?.bind(process);
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void send?.(message),
  start: () => {},
});
process.on('message', data => parentPort.emit('message', { data, ports: [] }));
process.on('disconnect', () => parentPort.emit('close'));
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'send', { value: undefined });
process.argv.splice(1, 2, entry);
await import(pathToFileURL(entry).href);
