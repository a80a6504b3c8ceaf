import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chatServer } from './chat-server.ts';
import type { OtelLine } from './otel-line.ts';
import { otelLine } from './otel-line.ts';

const OTEL_PACKAGES = [
  'api',
  'api-logs',
  'browser-sdk',
  'core',
  'exporter-trace-otlp-http',
  'instrumentation',
  'instrumentation-fetch',
  'instrumentation-xml-http-request',
  'otlp-exporter-base',
  'otlp-transformer',
  'resources',
  'sdk-logs',
  'sdk-trace',
  'sdk-trace-base',
  'sdk-trace-web',
  'semantic-conventions',
  'web-common',
];

/** Browser tests as a vitest project on one SDK line, in the packaged Chromium unless `browsers` are given. */
export async function browserProject(
  name: string,
  line: OtelLine,
  include: string | string[],
  browsers?: Pick<BrowserConfigOptions, 'provider' | 'instances'>,
): Promise<UserWorkspaceConfig> {
  return defineConfig({
    plugins: [otelLine(line), chatOnSameOrigin()],
    cacheDir: `node_modules/.vite/${name}`,
    // As they are: prebundling would mix the lines, and reload the page when it finds one more.
    optimizeDeps: {
      exclude: OTEL_PACKAGES.map((name) => `@opentelemetry/${name}`),
      // Before the first test: finding one later reloads the page in the middle of a test.
      include: ['fast-check', 'zone.js'],
    },
    test: {
      name,
      include: [include].flat(),
      globalSetup: ['test/chat-server-setup.ts'],
      testTimeout: 30_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
        instances: [{ browser: 'chromium' }],
        ...browsers,
      },
    },
  });
}

/** The chat's chat backend on the test page's own origin. */
function chatOnSameOrigin(): Plugin {
  return {
    name: 'chat-on-same-origin',
    configureServer(server) {
      const answer = chatServer();
      server.middlewares.use((request, response, next) => {
        answer(request, response).then((answered) => {
          if (!answered) next();
        }, next);
      });
    },
  };
}
