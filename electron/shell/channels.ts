/** The names of Electron's messages between window and main process; there are no others. */
export const callChannel = 'valija:call';
export const grantChannel = 'valija:grant';
export const eventChannel = 'valija:event';
