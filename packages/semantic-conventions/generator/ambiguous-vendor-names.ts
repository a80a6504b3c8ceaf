import type { Attribute } from './registry-model.ts';

/** Vendor names that do not tell the attribute by themselves: one attribute has several, or several share one. */
export function ambiguousVendorNames(attributes: readonly Attribute[]): Set<string> {
  const all = attributes.flatMap((attribute) => attribute.vendorNames);
  const several = attributes.filter((attribute) => attribute.vendorNames.length > 1);
  return new Set([
    ...several.flatMap((attribute) => attribute.vendorNames),
    ...all.filter((name, index) => all.indexOf(name) !== index),
  ]);
}
