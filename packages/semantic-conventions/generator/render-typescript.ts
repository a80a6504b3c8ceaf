export const HEADER = '// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.\n';

/** A doc comment; every line is kept, and nothing in it can end the comment. */
export function docComment(lines: readonly string[], indent = ''): string {
  const safe = lines.flatMap((line) => line.split('\n')).map((line) => line.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`;
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
