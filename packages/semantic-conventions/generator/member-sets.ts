import type { Attribute, Member, Registry } from './registry-model.ts';

/** The values that this registry lists for one attribute. */
export interface MemberSet {
  readonly attribute: Attribute;
  readonly members: readonly Member[];
}

/** Own enums first, then the values that we list for an attribute of OpenTelemetry on one of its events. */
export function memberSets(registry: Registry): MemberSet[] {
  const own = registry.attributes.flatMap((attribute) =>
    attribute.members ? [{ attribute, members: attribute.members }] : [],
  );
  const upstream = registry.upstreamEvents
    .flatMap((event) => event.attributes)
    .flatMap(({ attribute, brief = '', members }) =>
      members ? [{ attribute: { ...attribute, brief }, members }] : [],
    );
  return [...own, ...upstream];
}
