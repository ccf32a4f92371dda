import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { ValijaBridge } from '../shared/contract/bridge.ts';
import { isCallName } from '../shared/contract/contract.ts';
import type { ValijaEvent } from '../shared/contract/events.ts';
import type { Result } from '../shared/contract/result.ts';
import type { GrantedFile } from '../shared/contract/shell-calls.ts';
import {
  callChannel,
  eventChannel,
  type GrantRequest,
  grantChannel,
  mostPictureBytes,
} from './shell/channels.ts';
import { createEventQueue } from './shell/event-queue.ts';

/** The window's only way out in Electron: the contract's calls, the events, and files that the user drops. */

const events = createEventQueue<ValijaEvent>();
ipcRenderer.on(eventChannel, (_event, event: ValijaEvent) => events.push(event));

const bridge: ValijaBridge<File> = {
  call: async (name, input) => {
    if (isCallName(name)) return ipcRenderer.invoke(callChannel, name, input);
    return { ok: false, error: { code: 'invalidInput', message: `no such call: ${name}`, details: {} } };
  },
  onEvent: events.onEvent,
  grantDropped: async file => {
    const result: Result<GrantedFile> = await ipcRenderer.invoke(grantChannel, await describeDropped(file));
    if (result.ok) return result.value;
    throw new Error(result.error.code);
  },
};

/** A dropped file has a path; a picture pasted from the clipboard has none, and goes as it is. */
async function describeDropped(file: File): Promise<GrantRequest> {
  const path = webUtils.getPathForFile(file);
  if (path !== '') return path;
  if (file.size > mostPictureBytes) throw new Error('tooLarge');
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

contextBridge.exposeInMainWorld('valija', bridge);
