/** Custom properties of the panel's style; a service beyond the last one gets the first again. */
const colors = ['--service-1', '--service-2', '--service-3', '--service-4'] as const;

/** The demo's services keep their colors whichever span comes first. */
const known = ['chatspan-shop', 'chatspan-chat-backend'];

/** A color for each service, as a CSS value. */
export function serviceColors(services: Iterable<string>): ReadonlyMap<string, string> {
  const all = new Set([...known, ...[...services].sort()]);
  return new Map([...all].map((service, i) => [service, `var(${colors[i % colors.length]})`]));
}
