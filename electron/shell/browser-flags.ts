/** How the app window is started. */
export interface BrowserFlags {
  url: string;
  profileDir: string;
  /** No window at all: for tests. */
  headless?: boolean;
  /** Chromium refuses its sandbox to the superuser: for tests in containers. */
  noSandbox?: boolean;
  /** Further flags: for tests that look into the window. */
  extra?: readonly string[];
}

/**
 * The flags of the app window: its own profile, nothing of the browser's own services, and no name resolved, so that
 * the browser itself cannot ask the network anything.
 */
export function browserFlags({ url, profileDir, headless, noSandbox, extra = [] }: BrowserFlags): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1360,880',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(headless ? ['--headless=new'] : []),
    ...(noSandbox ? ['--no-sandbox'] : []),
    ...extra,
  ];
}
