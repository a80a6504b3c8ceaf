import type { Attribute, AttributeType, AttributeValue, ContentClass, Member } from './registry-model.ts';
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
  const members = readMembers(entry, what);
  const note = entry.optionalText('note');
  return {
    key,
    type: members ? 'string' : readType(entry, what),
    ...(members && { members }),
    brief: entry.text('brief', what),
    ...(note !== undefined && { note }),
    stability: entry.text('stability', what),
    examples: readExamples(entry, what),
    ...readVendor(entry, what),
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

function readMembers(entry: YamlEntry, what: string): Member[] | undefined {
  if (entry.value('type') === null || typeof entry.value('type') !== 'object') return undefined;
  const type = entry.entry('type');
  type?.allowOnly(`type of ${what}`, ['members']);
  return type?.entries('members').map((member) => {
    const id = member.text('id', `member of ${what}`);
    const memberWhat = `member \`${id}\` of ${what}`;
    member.allowOnly(memberWhat, ['id', 'value', 'brief', 'note', 'stability', 'deprecated']);
    member.text('stability', memberWhat);
    return { id, value: member.text('value', memberWhat), brief: member.text('brief', memberWhat) };
  });
}

function readExamples(entry: YamlEntry, what: string): Attribute['examples'] {
  const examples = entry.value('examples');
  if (Array.isArray(examples) && examples.length > 0) return examples;
  entry.report(`${what} has no \`examples\`: add a list with at least one value`, 'examples');
  return [];
}

function readVendor(
  entry: YamlEntry,
  what: string,
): Pick<Attribute, 'vendorNames' | 'contentClass' | 'lengthKey' | 'values'> {
  const vendor = entry.entry('annotations')?.entry('vendor');
  if (!vendor) return { vendorNames: [], contentClass: 'none' };
  vendor.allowOnly(`annotations.vendor of ${what}`, ['name', 'names', 'content_class', 'length', 'values']);
  const name = vendor.optionalText('name');
  const names = (vendor.value('names') ?? []) as string[];
  const contentClass = CONTENT_CLASSES.find((known) => known === (vendor.value('content_class') ?? 'none'));
  if (contentClass === undefined) {
    vendor.report(
      `${what} has an unknown content class: choose ${CONTENT_CLASSES.join(', ')}`,
      'content_class',
    );
  }
  const lengthKey = vendor.optionalText('length');
  const values = vendor.value('values') as AttributeValue[] | undefined;
  return {
    vendorNames: name === undefined ? names : [name, ...names],
    contentClass: contentClass ?? ('text' satisfies ContentClass),
    ...(lengthKey !== undefined && { lengthKey }),
    ...(values && { values }),
  };
}
