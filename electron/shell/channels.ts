/** The names of Electron's messages between window and main process; there are no others. */
export const callChannel = 'valija:call';
export const grantChannel = 'valija:grant';
export const eventChannel = 'valija:event';

/** Most bytes of a picture that comes without a file, as the clipboard gives it: 64 MiB. */
export const mostPictureBytes = 64 * 1024 * 1024;

/** What `grantChannel` takes: the path that the system tells of a dropped file, or a picture that lies in no file. */
export type GrantRequest = string | { name: string; bytes: Uint8Array };
