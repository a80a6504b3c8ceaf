import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const frameDir = join(import.meta.dirname, '../pages/frame');

/** Vite plugin: replaces `<!-- frame: header -->` in a page by the text of `pages/frame/header.html`. */
export function pageFrame(): Plugin {
  return {
    name: 'shop-page-frame',
    configureServer: (server) => void server.watcher.add(frameDir),
    transformIndexHtml: { order: 'pre', handler: fillFrame },
  };
}

async function fillFrame(html: string): Promise<string> {
  const names = [...html.matchAll(/<!-- frame: ([a-z-]+) -->/g)].map(([, name]) => name);
  let filled = html;
  for (const name of names) {
    const part = await readFile(join(frameDir, `${name}.html`), 'utf8');
    filled = filled.replace(`<!-- frame: ${name} -->`, () => part.trimEnd());
  }
  return filled;
}
