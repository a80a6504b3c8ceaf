import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { executableOf } from '@chatspan-tools/browsers/installed-browsers';
import { findInOutput, startProcess } from './browser-process.ts';
import type { Browser, TabControls } from './engine.ts';
import { clickActions } from './pointer-actions.ts';
import { ProtocolSocket } from './protocol-socket.ts';

// When a site's last tab is closed, Firefox ends whatever script is running just then, page exit or not:
// dom/ipc/ContentParent.cpp, SignalImpendingShutdownToContentJS. No test could tell what is lost then.
const PREFERENCES = 'user_pref("dom.abort_script_on_child_shutdown", false);\n';

/** Firefox, headless, by WebDriver BiDi. Exit scripts run to their end, which they may not for shoppers. */
export async function startFirefox(profile: string, preferences = PREFERENCES): Promise<Browser> {
  await writeFile(join(profile, 'user.js'), preferences);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const process = startProcess(executableOf('firefox'), args);
  const address = await findInOutput(process.output, /WebDriver BiDi listening on (\S+)/);
  const socket = await ProtocolSocket.open(`${address}/session`);
  await socket.send('session.new', { capabilities: {} });
  return {
    kill: process.kill,
    async openTab() {
      const { context } = await socket.send<{ context: string }>('browsingContext.create', { type: 'tab' });
      return controls(socket, context);
    },
  };
}

function controls(socket: ProtocolSocket, context: string): TabControls {
  return {
    async navigate(url) {
      await socket.send('browsingContext.navigate', { context, url, wait: 'none' });
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await socket.send<{
        result?: { value: string };
        exceptionDetails?: { text: string };
      }>('script.evaluate', { expression, target: { context }, awaitPromise: true });
      if (!result) throw new Error(exceptionDetails?.text);
      return result.value;
    },
    async clickAt(x, y) {
      await socket.send('input.performActions', { context, actions: clickActions(x, y) });
    },
    async back() {
      await socket.send('browsingContext.traverseHistory', { context, delta: -1 });
    },
    async hide() {
      await socket.send('browsingContext.create', { type: 'tab' });
    },
    async show() {
      await socket.send('browsingContext.activate', { context });
    },
    async close() {
      await socket.send('browsingContext.close', { context, promptUnload: true });
    },
  };
}
