/** The part of zone.js that is used here. */
interface PageZones {
  readonly root?: { run?<T>(work: () => T): T };
}

/**
 * Runs work in zone.js's root zone, where the page has zone.js. Timers and listeners belong to the zone that starts
 * them: in Angular's, a timer keeps the application unstable, and each callback starts change detection
 * (https://angular.dev/api/core/NgZone#runOutsideAngular).
 */
export function inRootZone<T>(work: () => T): T {
  const { root } = (globalThis as { Zone?: PageZones }).Zone ?? {};
  return typeof root?.run === 'function' ? root.run(work) : work();
}
