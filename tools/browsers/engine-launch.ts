import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Browsers of the machine with another engine than Chromium's. */
export const ENGINES = ['firefox', 'webkit'] as const;

export type Engine = (typeof ENGINES)[number];

/** How a browser is started, its URL aside. */
export interface EngineLaunch {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Without pages, questions and traffic of Firefox's own. */
const FIREFOX_PREFERENCES = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': '',
};

/** Prepares an empty `folder` for what the browser stores. `display` is the one that WebKit's window opens on. */
export function engineLaunch(engine: Engine, folder: string, display: string): EngineLaunch {
  if (engine === 'firefox') {
    const preferences = Object.entries(FIREFOX_PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(folder, 'user.js'), preferences.join(''));
    return { args: ['--headless', '--no-remote', '--profile', folder], env: {} };
  }
  const homes = ['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'].map((name) => {
    mkdirSync(join(folder, name), { mode: 0o700 });
    return [name, join(folder, name)];
  });
  return {
    args: [],
    env: {
      ...Object.fromEntries(homes),
      DISPLAY: display,
      // Neither a message bus nor a bus for screen readers: both would be started, and left behind.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      NO_AT_BRIDGE: '1',
      // The sandbox needs user namespaces, which containers lack; compositing needs a graphics card.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  };
}
