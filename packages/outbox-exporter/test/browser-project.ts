import { playwright } from '@vitest/browser-playwright';
import type { UserWorkspaceConfig } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import type { OtelLine } from './bundle.ts';
import { chromiumLaunch } from './chromium-launch.ts';
import { otel3Line } from './otel3-line.ts';

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

/** The browser tests as a vitest project on one OpenTelemetry line, in the packaged Chromium unless `browsers` are given. */
export async function browserProject(
  name: string,
  line: OtelLine,
  browsers?: Pick<BrowserConfigOptions, 'provider' | 'instances'>,
): Promise<UserWorkspaceConfig> {
  return defineConfig({
    plugins: line === '3.x' ? [otel3Line()] : [],
    // As they are: prebundling would mix the two lines.
    optimizeDeps: { exclude: OTEL_PACKAGES.map((name) => `@opentelemetry/${name}`) },
    test: {
      name,
      include: ['src/**/*.browser.test.ts'],
      provide: { otelMajor: line.slice(0, 1) },
      expect: { poll: { timeout: 5_000 } },
      globalSetup: ['test/receiver-setup.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await chromiumLaunch() }),
        instances: [{ browser: 'chromium' }],
        ...browsers,
      },
    },
  });
}
