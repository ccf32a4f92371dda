import { afterEach, expect, test } from 'vitest';
import { type RunningElectron, runElectron } from '../helpers/run-electron.ts';

let running: RunningElectron | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

async function run(options: Parameters<typeof runElectron>[0] = {}) {
  running = await runElectron(options);
  const [window] = running.windows;
  if (!window) throw new Error('no window');
  return { ...running, window, session: window.options.webPreferences.session };
}

test('the window is sandboxed, isolated and without Node; a packaged one without developer tools', async () => {
  const { window, app, windows } = await run({ isPackaged: true });
  expect(windows).toHaveLength(1);
  expect(app.sandboxed).toBe(true);
  expect(window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('the page comes from app:// with the strict policy', async () => {
  const { window } = await run();
  const answer = await window.loaded;
  if (!(answer instanceof Response)) throw new Error(`the page was ${answer}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/html');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('no address under app:// leaves the folder of the window', async () => {
  const { session } = await run();
  const status = async (url: string, method?: string) => {
    const answer = await session.load(url, method);
    return answer instanceof Response ? answer.status : answer;
  };
  for (const path of [
    '..%2fpackage.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5cpackage.json',
    '.env',
    'C:%5cx.txt',
    'x%00.js',
  ]) {
    expect([path, await status(`app://valija/${path}`)]).toEqual([path, 404]);
  }
  expect(await status('app://valija/', 'POST')).toBe(403);
  expect(await status('app://other/index.html')).toBe('cancelled');
});

test('every network request is cancelled', async () => {
  const { session } = await run({ isPackaged: true });
  const addresses = [
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'ws://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
  ];
  addresses.push(
    'https://app://valija/',
    'app://valija@evil.example/',
    'blob:https://example.org/1',
    'devtools://devtools/x.html',
  );
  for (const address of addresses)
    expect([address, await session.load(address)]).toEqual([address, 'cancelled']);
  expect(session.spellChecker).toBe(false);
});

test('every permission, device and capture is refused', async () => {
  const { session } = await run();
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
  ]) {
    const answers: boolean[] = [];
    session.permissionRequest?.({}, permission, granted => answers.push(granted));
    expect(answers).toEqual([false]);
    expect(session.permissionCheck?.({}, permission)).toBe(false);
  }
  expect(session.devicePermission?.({ deviceType: 'usb' })).toBe(false);
  const streams: object[] = [];
  session.displayMedia?.({}, given => streams.push(given));
  expect(streams).toEqual([{}]);
});

test('a download is cancelled', async () => {
  const { session } = await run();
  const done: string[] = [];
  session.emit(
    'will-download',
    { preventDefault: () => done.push('prevented') },
    { cancel: () => done.push('cancelled') },
  );
  expect(done).toEqual(['prevented', 'cancelled']);
});

test('navigation elsewhere, redirects, new windows and embedded views are denied', async () => {
  const { window } = await run();
  const contents = window.webContents;
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'data:text/html,x',
      'javascript:1',
    ]) {
      expect([event, url, contents.ask(event, url)]).toEqual([event, url, true]);
    }
    expect(contents.ask(event, 'app://valija/')).toBe(false);
  }
  expect(contents.openHandler?.({ url: 'app://valija/' })).toEqual({ action: 'deny' });
  expect(contents.ask('will-attach-webview', '')).toBe(true);
});

test('ipc answers the top frame of the program’s own page only', async () => {
  const { ipcMain, window } = await run();
  const sender = window.webContents;
  const strangers = [
    { sender, senderFrame: { url: 'app://valija/' } },
    { sender, senderFrame: null },
    { sender: { mainFrame: { url: 'https://example.org/' } }, senderFrame: { url: 'https://example.org/' } },
  ];
  const foreign = { url: 'https://example.org/' };
  strangers.push({ sender: { ...sender, mainFrame: foreign } as typeof sender, senderFrame: foreign });
  for (const event of strangers) {
    const answers = [
      await ipcMain.invokeFrom(event, 'valija:call', 'library.status', {}),
      await ipcMain.invokeFrom(event, 'valija:grant', '/etc/passwd'),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
  const own = { sender, senderFrame: sender.mainFrame };
  expect(await ipcMain.invokeFrom(own, 'valija:call', 'library.status', {})).toMatchObject({ ok: true });
});

test('there are two channels to the main process and no others', async () => {
  const { ipcMain } = await run();
  expect([...ipcMain.handlers.keys()].sort()).toEqual(['valija:call', 'valija:grant']);
  expect(ipcMain.eventNames()).toEqual([]);
});

test('the page sees three functions and no Electron', async () => {
  const { bridge, window } = await run();
  expect(Object.keys(window.webContents.world)).toEqual(['valija']);
  expect(Object.keys(bridge()).sort()).toEqual(['call', 'grantDropped', 'onEvent']);
  expect(Object.isFrozen(bridge())).toBe(true);
  expect(await bridge().call('constructor', {})).toMatchObject({ error: { code: 'invalidInput' } });
});

test('what was not dropped by the system has no path: a small picture is taken as it is, all else refused', async () => {
  const { bridge, ipcMain, window } = await run();
  for (const name of ['/etc/passwd', 'acta.pdf', 'mine.valija'])
    await expect(bridge().grantDropped(new File(['x'], name))).rejects.toThrow('forbidden');
  for (const name of ['/etc/a.png', '../a.png'])
    await expect(bridge().grantDropped(new File(['x'], name))).rejects.toThrow('unreadable');
  const large = { name: 'image.png', size: 65 * 1024 * 1024 } as File;
  await expect(bridge().grantDropped(large)).rejects.toThrow('tooLarge');
  const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  for (const asked of [{ name: 'image.png' }, { name: 'image.png', bytes: 'x' }, null, '', 7])
    expect(await ipcMain.invokeFrom(own, 'valija:grant', asked)).toMatchObject({
      error: { code: 'forbidden' },
    });
  const granted = await bridge().grantDropped(new File(['\x89PNG'], 'image.png'));
  expect(granted).toMatchObject({ name: 'image.png', size: 5 });
});

test('nothing of the browser engine speaks to the network', async () => {
  const { app } = await run();
  expect(app.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  const names = app.switches.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
  );
});
