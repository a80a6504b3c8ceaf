import { executableOf } from '@chatspan-tools/browsers/installed-browsers';
import { findInOutput, startProcess } from './browser-process.ts';
import type { Browser, TabControls } from './engine.ts';
import { ProtocolSocket } from './protocol-socket.ts';

/** The full Chromium, headless, by its DevTools protocol. */
export async function startChrome(profile: string): Promise<Browser> {
  const process = startProcess(executableOf('chrome'), [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-sync',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
  ]);
  const socket = await ProtocolSocket.open(await findInOutput(process.output, /DevTools listening on (\S+)/));
  return {
    kill: process.kill,
    async openTab() {
      const { targetId } = await socket.send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
      });
      return controls(socket, targetId);
    },
  };
}

async function controls(socket: ProtocolSocket, targetId: string): Promise<TabControls> {
  const { sessionId } = await socket.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  const send = <Result>(method: string, params: object = {}) =>
    socket.send<Result>(method, params, sessionId);
  return {
    async navigate(url) {
      await send('Page.navigate', { url });
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await send<{
        result: { value: string };
        exceptionDetails?: { exception?: { description?: string } };
      }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async clickAt(x, y) {
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    async back() {
      const { currentIndex, entries } = await send<{ currentIndex: number; entries: { id: number }[] }>(
        'Page.getNavigationHistory',
      );
      await send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1]?.id });
    },
    async hide() {
      await socket.send('Target.createTarget', { url: 'about:blank' });
    },
    async show() {
      await send('Page.bringToFront');
    },
    async close() {
      await socket.send('Target.closeTarget', { targetId });
    },
  };
}
