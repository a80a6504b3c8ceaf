import type { Reporter, TestModule } from 'vitest/node';

/** Prints the one line that a reader of a long log looks for, over all suites: `N passed, N failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    let skipped = 0;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
    }
    const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
    // The default reporter prints its summary in the same hook: ours comes after it.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed${skippedPart}\n`));
  }
}
