import { attempt } from '../guard/guard.ts';
import type { NotTapped, Tap } from '../page/tap-method.ts';
import type { ReportProblem } from '../public/problems.ts';

/** Methods of the page that make requests, wrapped. */
export interface WrappedMethods {
  /** Takes the outer place again where another instrumentation has wrapped a method since. */
  renew(): void;
  /** Puts the originals back. */
  remove(): void;
}

/** Reports the methods that the page does not allow to be wrapped. One that does not exist is no problem. */
export function wrappedMethods(
  methods: Readonly<Record<string, Tap | NotTapped>>,
  report: ReportProblem,
): WrappedMethods {
  const taps: Tap[] = [];
  for (const [name, tap] of Object.entries(methods)) {
    if (typeof tap === 'object') taps.push(tap);
    else if (tap === 'refused') report('cannot_wrap', name);
  }
  return {
    renew() {
      for (const tap of taps) attempt(() => tap.renew());
    },
    remove() {
      for (const tap of taps) tap.remove();
    },
  };
}
