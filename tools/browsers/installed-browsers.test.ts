import { expect, onTestFinished, test, vi } from 'vitest';
import { chosenBrowsers, executableOf, startVirtualDisplay } from './installed-browsers.ts';

test('no browser of the machine is chosen unless one is named', () => {
  expect([chosenBrowsers(''), chosenBrowsers(' , ')]).toEqual([[], []]);
  vi.stubEnv('CHATSPAN_BROWSERS', 'webkit');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(chosenBrowsers()).toEqual(['webkit']);
});

test('browsers are named in any order, separated by commas', () => {
  expect(chosenBrowsers('webkit, firefox,chrome')).toEqual(['webkit', 'firefox', 'chrome']);
});

test('a browser that is named twice is one', () => {
  expect(chosenBrowsers('firefox,firefox')).toEqual(['firefox']);
});

test('an unknown browser is refused by name, with those that there are', () => {
  expect(() => chosenBrowsers('firefox,safari')).toThrow(
    'CHATSPAN_BROWSERS: "safari" is none of firefox, webkit, chrome',
  );
});

test('a browser that is not installed is an error that says where it was looked for and what brings it', () => {
  expect(() => executableOf('webkit', '/nowhere')).toThrow(
    'webkit is in none of /nowhere/usr/lib/*/webkit2gtk-4.1/MiniBrowser: apt-get install webkit2gtk-driver',
  );
  expect(() => executableOf('firefox', '/nowhere')).toThrow(
    'firefox is in none of /nowhere/usr/bin/firefox-esr, /nowhere/usr/bin/firefox: apt-get install firefox-esr',
  );
});

test('a display that cannot be started is an error that says what brings it', async () => {
  await expect(startVirtualDisplay('/nowhere/Xvfb')).rejects.toThrow(
    'Xvfb did not start: apt-get install xvfb',
  );
});
