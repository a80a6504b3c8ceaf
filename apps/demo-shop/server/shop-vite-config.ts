import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { pageFrame } from './page-frame-plugin.ts';
import { pagePaths } from './page-paths-plugin.ts';
import { pictures } from './pictures-plugin.ts';
import { pageNames } from './route-page.ts';

const shopDir = join(import.meta.dirname, '..');

/** What the pages are told when they are built. */
export interface PageSettings {
  /** Base URL of the OTLP/HTTP intake. */
  readonly otlpUrl: string;
  /** Base URL of the chat backend. */
  readonly chatUrl: string;
  /** Base URL of Jaeger's pages. Left out: the event panel has no link to Jaeger. */
  readonly jaegerUrl?: string;
  /** Base URL of the explorer. Left out: the event panel has no link to all chats. */
  readonly explorerUrl?: string;
}

/** The shop's Vite configuration, for the build behind `serveShop` and for `vite` on the command line. */
export function shopViteConfig({ otlpUrl, chatUrl, jaegerUrl, explorerUrl }: PageSettings): InlineConfig {
  return {
    root: shopDir,
    configFile: false,
    appType: 'mpa',
    publicDir: false,
    define: {
      'import.meta.env.VITE_OTLP_URL': JSON.stringify(otlpUrl),
      'import.meta.env.VITE_CHAT_URL': JSON.stringify(chatUrl),
      'import.meta.env.VITE_JAEGER_URL': JSON.stringify(jaegerUrl) ?? 'undefined',
      'import.meta.env.VITE_EXPLORER_URL': JSON.stringify(explorerUrl) ?? 'undefined',
    },
    plugins: [pageFrame(), pagePaths(), pictures()],
    build: {
      target: 'es2022',
      rolldownOptions: {
        input: Object.fromEntries(pageNames.map((name) => [name, join(shopDir, `pages/${name}.html`)])),
      },
    },
  };
}
