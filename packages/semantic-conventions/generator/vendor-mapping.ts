import type { ReadReference } from './read-references.ts';
import type { Attribute, AttributeUse, AttributeValue } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

interface Choice {
  readonly vendor: string;
  readonly key: string;
  readonly values?: readonly AttributeValue[];
}

/** Gives each attribute of an event the vendor's name for it there, and reports what maps nowhere or twice. */
export function mapVendorNames(
  references: readonly ReadReference[],
  vendor: YamlEntry | undefined,
  what: string,
  ambiguous: ReadonlySet<string>,
): AttributeUse[] {
  const choices = readChoices(vendor, what, references);
  const taken = new Set<string>();
  return references.map(({ use, entry }) => {
    const choice = choices.find((candidate) => candidate.key === use.attribute.key);
    const names = use.attribute.vendorNames;
    if (!choice && names.some((name) => ambiguous.has(name))) {
      entry.report(
        `${what} does not say which vendor attribute \`${use.attribute.key}\` is: add \`${names.join('` or `')}\` under annotations.vendor.attributes`,
      );
    }
    const name = choice?.vendor ?? names[0];
    if (name !== undefined && taken.has(name))
      entry.report(`${what} maps the vendor attribute \`${name}\` twice: keep one`);
    if (name !== undefined) taken.add(name);
    const values =
      choice?.values ?? use.attribute.values ?? use.attribute.members?.map((member) => member.value);
    return { ...use, ...(name !== undefined && { vendor: name }), ...(values && { values }) };
  });
}

function readChoices(
  vendor: YamlEntry | undefined,
  what: string,
  references: readonly ReadReference[],
): Choice[] {
  const attributes = vendor?.entry('attributes');
  return (attributes?.keys() ?? []).map((name) => {
    const value = attributes?.value(name);
    const key =
      typeof value === 'object'
        ? (attributes?.entry(name)?.text('attribute', `\`${name}\``) ?? '')
        : String(value);
    const detail = typeof value === 'object' ? attributes?.entry(name) : undefined;
    detail?.allowOnly(`vendor attribute \`${name}\` of ${what}`, ['attribute', 'values']);
    const values = detail?.value('values') as AttributeValue[] | undefined;
    const reference = references.find(({ use }) => use.attribute.key === key);
    if (!reference) {
      attributes?.report(
        `vendor attribute \`${name}\` of ${what} maps to \`${key}\`, which the event does not refer to: add the ref`,
        name,
      );
    } else {
      checkChoice(reference.use.attribute, name, values, (message) =>
        attributes?.report(`${message} (${what})`, name),
      );
    }
    return { vendor: name, key, ...(values && { values }) };
  });
}

function checkChoice(
  attribute: Attribute,
  name: string,
  values: readonly AttributeValue[] | undefined,
  report: (message: string) => void,
): void {
  if (!attribute.upstream && !attribute.vendorNames.includes(name)) {
    report(
      `\`${attribute.key}\` does not have the vendor name \`${name}\`: add it in attributes.yaml, or correct it here`,
    );
  }
  const members = attribute.members?.map((member) => member.value);
  for (const value of values ?? []) {
    if (members && !members.includes(String(value))) {
      report(`\`${value}\` is not a member of \`${attribute.key}\`: add the member, or correct the value`);
    }
  }
}
