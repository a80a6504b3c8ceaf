import { executableOf, startVirtualDisplay } from '@chatspan-tools/browsers/installed-browsers';
import { freePort } from '@chatspan-tools/processes/free-port';
import { startProcess } from './browser-process.ts';
import type { Browser, TabControls } from './engine.ts';
import { clickActions } from './pointer-actions.ts';

type Send = <Result>(method: string, path: string, body?: object) => Promise<Result>;

/** WebKitGTK's MiniBrowser by WebDriver. Its profile ends with it. */
export async function startWebkit(): Promise<Browser> {
  const display = await startVirtualDisplay();
  const port = await freePort();
  const driver = startProcess('WebKitWebDriver', [`--port=${port}`], { DISPLAY: display.name });
  const send: Send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body ?? {}) : null,
    });
    const { value } = (await response.json()) as { value: never };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await answers(send);
  const binary = executableOf('webkit');
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const session = `/session/${sessionId}`;
  const first = await send<string>('GET', `${session}/window`);
  return {
    async kill() {
      await driver.kill();
      await display[Symbol.asyncDispose]();
    },
    async openTab() {
      // Not from a tab that may have been closed.
      await send('POST', `${session}/window`, { handle: first });
      const { handle } = await send<{ handle: string }>('POST', `${session}/window/new`, { type: 'window' });
      return controls((method, path, body) => send(method, session + path, body), handle);
    },
  };
}

async function answers(send: Send): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await send('GET', '/status');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('WebKitWebDriver does not answer', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function controls(send: Send, handle: string): TabControls {
  // WebDriver's commands are for the current window.
  const here: Send = async (method, path, body) => {
    await send('POST', '/window', { handle });
    return send(method, path, body);
  };
  return {
    async navigate(url) {
      await here('POST', '/url', { url });
    },
    evaluate: (expression) => here('POST', '/execute/sync', { script: `return (${expression});`, args: [] }),
    async clickAt(x, y) {
      await here('POST', '/actions', { actions: clickActions(x, y) });
    },
    async back() {
      await here('POST', '/back');
    },
    async hide() {
      await here('POST', '/window/minimize');
    },
    async show() {
      await here('POST', '/window/rect', {});
    },
    async close() {
      await here('DELETE', '/window');
    },
  };
}
