import { isAllowedAggregate } from './allowed-aggregates.ts';
import { ALLOWED_FUNCTIONS } from './allowed-functions.ts';
import { ALLOWED_DATABASES, ALLOWED_SYSTEM_TABLES, ALLOWED_TABLE_FUNCTIONS } from './allowed-names.ts';
import { refuse } from './refuse.ts';
import type { TreeNode } from './syntax-tree.ts';
import { nameOf } from './syntax-tree.ts';

/** Nodes that hold nothing but their children, or a value, or names of columns. */
const PLAIN_NODES = new Set(
  (
    'SelectWithUnionQuery SelectIntersectExceptQuery SelectQuery ExpressionList Literal Subquery TablesInSelectQuery ' +
    'TablesInSelectQueryElement TableExpression TableJoin ArrayJoin SampleRatio WithElement OrderByElement ' +
    'InterpolateElement WindowListElement WindowDefinition Asterisk QualifiedAsterisk ColumnsTransformerList ' +
    'ColumnsExceptTransformer ColumnsReplaceTransformer ColumnsReplaceTransformer::Replacement ColumnsRegexpMatcher ' +
    'QualifiedColumnsRegexpMatcher ColumnsListMatcher QualifiedColumnsListMatcher DescribeQuery ShowTables Set'
  ).split(' '),
);

const SHOWN_TABLES = new Set([
  'ExistsTableQuery',
  'ExistsViewQuery',
  'ShowCreateTableQuery',
  'ShowCreateViewQuery',
]);
const SHOWN_DATABASES = new Set(['ExistsDatabaseQuery', 'ShowCreateDatabaseQuery']);

/**
 * Checks each node of the engine's syntax tree against what is allowed.
 * @param views names of the views in otel, which may be called with parameters.
 */
export function checkTree(nodes: readonly TreeNode[], views: ReadonlySet<string>): void {
  for (const node of nodes) checkNode(node, views);
}

function checkNode(node: TreeNode, views: ReadonlySet<string>): void {
  const name = nameOf(node);
  if (node.type === 'Function') checkFunction(node, views);
  else if (node.type === 'TableIdentifier') checkTable(name);
  else if (node.type === 'Identifier') checkIdentifier(name);
  else if (SHOWN_TABLES.has(node.type)) checkTable(name.trim().replace(' ', '.'));
  else if (SHOWN_DATABASES.has(node.type)) checkDatabase(name.trim());
  else if (node.type === 'ColumnsApplyTransformer') refuse('APPLY', 'Call the function for each column.');
  else if (!PLAIN_NODES.has(node.type))
    refuse(node.type || 'This', 'Send one SELECT, SHOW, DESCRIBE or EXISTS.');
  // The only literals there are a file's name, and how it is compressed.
  if (node.type === 'Literal' && node.depth === 1)
    refuse('INTO OUTFILE', 'Write the answer to a file yourself.');
}

function checkFunction(node: TreeNode, views: ReadonlySet<string>): void {
  const name = /^([\w.]+)(?: \(|$)/.exec(node.rest)?.[1] ?? '';
  const lower = name.toLowerCase();
  if (node.parent?.type === 'TableExpression') {
    if (ALLOWED_TABLE_FUNCTIONS.has(lower) || views.has(name.replace(/^otel\./, ''))) return;
    refuse(
      `The table function ${name || node.rest}`,
      'Read tables and views of otel, numbers(…), values(…) or view(…).',
    );
  }
  if (ALLOWED_FUNCTIONS.has(lower) || isAllowedAggregate(lower)) return;
  refuse(
    `The function ${name || node.rest}`,
    'See apps/local-backend/src/policy/allowed-functions.ts for those that are.',
  );
}

function checkTable(name: string): void {
  const [database, table, ...more] = name.includes('.') ? name.split('.') : ['otel', name];
  if (!/^[\w.]+$/.test(name) || more.length > 0) {
    refuse(`The table ${name}`, 'Use names of letters, digits and _, with at most one dot.');
  }
  checkDatabase(database ?? '');
  if (database === 'system' && !ALLOWED_SYSTEM_TABLES.has(table?.toLowerCase() ?? '')) {
    refuse(
      `The table ${name}`,
      'See apps/local-backend/src/policy/allowed-names.ts for the tables of system that are.',
    );
  }
}

function checkDatabase(name: string): void {
  if (!ALLOWED_DATABASES.has(name) && name !== 'system') refuse(`The database ${name}`, 'Read otel.');
}

/** A column, or a table at the right of IN. */
function checkIdentifier(name: string): void {
  if (/^(?:default|system)\./.test(name)) checkTable(name);
}
