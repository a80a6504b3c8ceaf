import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './chromium-launch.ts';

const OTEL_PACKAGES = [
  'api',
  'core',
  'otlp-transformer',
  'resources',
  'sdk-trace',
  'sdk-trace-base',
  'sdk-trace-web',
  'semantic-conventions',
];

/** The browser tests as a vitest project, on the OpenTelemetry line that `plugins` choose. */
export async function browserProject(name: string, plugins: Plugin[]): Promise<UserWorkspaceConfig> {
  return defineConfig({
    plugins,
    // As they are: prebundling would mix the two lines.
    optimizeDeps: { exclude: OTEL_PACKAGES.map((name) => `@opentelemetry/${name}`) },
    test: {
      name,
      include: ['src/**/*.browser.test.ts'],
      globalSetup: ['test/receiver-setup.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await chromiumLaunch() }),
        instances: [{ browser: 'chromium' }],
      },
    },
  });
}
