import { ALLOWED_OUTPUT_FORMATS } from './allowed-names.ts';
import { refuse } from './refuse.ts';
import type { TreeNode } from './syntax-tree.ts';
import { nameOf } from './syntax-tree.ts';
import type { Token } from './tokens.ts';
import { isKeyword } from './tokens.ts';

/** The format that a statement names: the last name right below the root, when it follows the word FORMAT. */
export function readOutputFormat(tokens: readonly Token[], nodes: readonly TreeNode[]): string | undefined {
  const last = nodes.findLast((node) => node.depth === 1 && node.type === 'Identifier');
  if (last === undefined) return undefined;
  const name = nameOf(last);
  const isFormat = tokens.some(
    (token, index) => isKeyword(token, 'FORMAT') && tokens[index + 1]?.text.replaceAll(/[`"]/g, '') === name,
  );
  if (!isFormat) return undefined;
  checkOutputFormat(name);
  return name;
}

/** @throws ClickHouseException for a format that is not on the list. */
export function checkOutputFormat(format: string): void {
  if (ALLOWED_OUTPUT_FORMATS.has(format.toLowerCase())) return;
  refuse(
    `The format ${format}`,
    'Ask for JSON, JSONEachRow, CSV, TabSeparated, Vertical, Native or Parquet.',
  );
}
