import type { ReadAttribute } from './read-attributes.ts';
import type { AttributeUse } from './registry-model.ts';

/** Reports attributes and vendor names that nothing refers to, and lengths that are none. */
export function checkUsage(attributes: readonly ReadAttribute[], uses: readonly AttributeUse[]): void {
  for (const { attribute, entry } of attributes) {
    const own = uses.filter((use) => use.attribute === attribute);
    if (own.length === 0) {
      entry.report(
        `attribute \`${attribute.key}\` is used nowhere: refer to it from an event or a span, or remove it`,
        'key',
      );
    }
    for (const name of attribute.vendorNames) {
      if (own.length > 0 && !own.some((use) => use.vendor === name)) {
        entry.report(
          `vendor attribute \`${name}\` maps nowhere: refer to \`${attribute.key}\` from an event, or remove the name`,
          'annotations',
        );
      }
    }
    const length = attributes.find((other) => other.attribute.key === attribute.lengthKey);
    if (attribute.lengthKey !== undefined && length?.attribute.type !== 'int') {
      entry.report(
        `length attribute \`${attribute.lengthKey}\` is not defined as int: define it, or correct the name`,
        'annotations',
      );
    }
  }
}
