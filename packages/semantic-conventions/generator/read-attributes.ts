import { readMembers } from './read-members.ts';
import { readStability } from './read-stability.ts';
import type { Attribute, AttributeType, Member } from './registry-model.ts';
import { ATTRIBUTE_TYPES, CONTENT_CLASSES } from './registry-model.ts';
import type { YamlEntry } from './yaml-entry.ts';

/** An attribute together with its place, for checks that need the whole registry. */
export interface ReadAttribute {
  readonly attribute: Attribute;
  readonly entry: YamlEntry;
}

export function readAttributes(file: YamlEntry): ReadAttribute[] {
  return file.entries('attributes').map((entry) => ({ attribute: readAttribute(entry), entry }));
}

function readAttribute(entry: YamlEntry): Attribute {
  const key = entry.text('key', 'attribute');
  const what = `attribute \`${key}\``;
  entry.allowOnly(what, [
    'key',
    'type',
    'brief',
    'note',
    'stability',
    'examples',
    'annotations',
    'deprecated',
  ]);
  const members = readEnum(entry, what);
  const type = members ? 'string' : readType(entry, what);
  const note = entry.optionalText('note');
  return {
    key,
    type,
    ...(members && { members }),
    brief: entry.text('brief', what),
    ...(note !== undefined && { note }),
    stability: readStability(entry, what),
    examples: readExamples(entry, what, type, members),
    ...readVendor(entry, what, members),
    upstream: false,
  };
}

function readType(entry: YamlEntry, what: string): AttributeType {
  const type = entry.value('type');
  const known = ATTRIBUTE_TYPES.find((candidate) => candidate === type);
  if (known === undefined) {
    entry.report(
      `${what} has no known type: choose ${ATTRIBUTE_TYPES.join(', ')}, or list \`members\``,
      'type',
    );
  }
  return known ?? 'string';
}

function readEnum(entry: YamlEntry, what: string): Member[] | undefined {
  if (entry.value('type') === null || typeof entry.value('type') !== 'object') return undefined;
  const type = entry.entry('type');
  type?.allowOnly(`type of ${what}`, ['members']);
  return type && readMembers(type, what);
}

function readExamples(
  entry: YamlEntry,
  what: string,
  type: AttributeType,
  members: readonly Member[] | undefined,
): Attribute['examples'] {
  const examples = entry.value('examples');
  if (!Array.isArray(examples) || examples.length === 0) {
    entry.report(`${what} has no example: add \`examples\`, a list with at least one value`, 'examples');
    return [];
  }
  for (const example of examples) {
    const fits =
      type === 'string[]'
        ? Array.isArray(example) && example.every((item) => typeof item === 'string')
        : fitsType(example, type);
    if (!fits)
      entry.report(
        `example ${JSON.stringify(example)} of ${what} is not of type ${type}: correct it`,
        'examples',
      );
    if (members && !members.some((member) => member.value === example)) {
      entry.report(
        `example ${JSON.stringify(example)} of ${what} is not a member: choose one of them`,
        'examples',
      );
    }
  }
  return examples;
}

function fitsType(value: unknown, type: AttributeType): boolean {
  if (type === 'int') return Number.isInteger(value);
  return typeof value === (type === 'double' ? 'number' : type);
}

function readVendor(
  entry: YamlEntry,
  what: string,
  members: readonly Member[] | undefined,
): Pick<Attribute, 'vendorNames' | 'contentClass' | 'lengthKey' | 'values'> {
  const vendor = entry.entry('annotations')?.entry('vendor');
  if (!vendor) return { vendorNames: [], contentClass: 'none' };
  vendor.allowOnly(`annotations.vendor of ${what}`, ['name', 'names', 'content_class', 'length', 'values']);
  const name = vendor.optionalText('name');
  const contentClass = CONTENT_CLASSES.find((known) => known === vendor.value('content_class'));
  if (contentClass === undefined) {
    vendor.report(
      `${what} has no known content class: choose ${CONTENT_CLASSES.join(', ')}`,
      'content_class',
    );
  }
  const lengthKey = vendor.optionalText('length');
  const values = vendor.values('values');
  for (const value of values) {
    if (members && !members.some((member) => member.value === value)) {
      vendor.report(
        `value \`${value}\` is not a member of ${what}: add the member, or correct the value`,
        'values',
      );
    }
  }
  return {
    vendorNames: [...(name === undefined ? [] : [name]), ...vendor.values('names').map(String)],
    contentClass: contentClass ?? 'none',
    ...(lengthKey !== undefined && { lengthKey }),
    ...(values.length > 0 && { values }),
  };
}
