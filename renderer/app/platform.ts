/** Whether the keyboard is a Mac's. */
export const isMac = /mac/i.test(navigator.userAgent);
