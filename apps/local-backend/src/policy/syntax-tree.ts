import type { RunInSession } from '../engine/open-engine.ts';

/** A line of `EXPLAIN AST`. */
export interface TreeNode {
  readonly depth: number;
  /** As `SelectQuery`, `Function` or `Identifier`. */
  readonly type: string;
  /** What follows the type, as `count (alias n) (children 1)`. */
  readonly rest: string;
  readonly parent: TreeNode | null;
}

/**
 * The engine's own syntax tree of a statement. Each node has a line. A name with a line break, which a query parameter can
 * bring, adds lines, but hides none.
 */
export async function readSyntaxTree(statement: string, run: RunInSession): Promise<TreeNode[]> {
  const { bytes } = await run(`EXPLAIN AST ${statement}`, 'TSVRaw');
  const nodes: TreeNode[] = [];
  const path: TreeNode[] = [];
  for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
    if (line === '') continue;
    const [, indent = '', type = '', rest = ''] = /^( *)(\S*) *(.*)$/s.exec(line) ?? [];
    const depth = indent.length;
    const node: TreeNode = { depth, type, rest, parent: path[depth - 1] ?? null };
    path.length = Math.min(path.length, depth);
    path[depth] = node;
    nodes.push(node);
  }
  return nodes;
}

/** The name that a node shows, without its alias. */
export function nameOf(node: TreeNode): string {
  return node.rest.replace(/ ?\((?:alias|children) .*$/s, '');
}
