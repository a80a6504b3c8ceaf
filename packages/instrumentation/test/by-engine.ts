import { server } from 'vitest/browser';

/** What is expected in the browser that the test runs in, where engines differ. */
export function byEngine<T>(expected: Record<'chromium' | 'firefox' | 'webkit', T>): T {
  return expected[server.browser as keyof typeof expected];
}
