/** The first line of each module in a bundle, in order. */
export type ModuleLines = readonly { readonly line: number; readonly module: string }[];

/** Reads the names that the bundler leaves above each module in code that is not minified. */
export function moduleLines(code: string): ModuleLines {
  return code.split('\n').flatMap((text, line) => {
    const module = /^\/\/ (\S+\.[cm]?[jt]s)$/.exec(text)?.[1];
    return module === undefined ? [] : [{ line, module: shortName(module) }];
  });
}

/** The module that a line is in; lines count from 0. */
export function moduleAt(lines: ModuleLines, line: number): string {
  return lines.findLast((start) => start.line <= line)?.module ?? 'bundler';
}

/** Without the folders of the package manager. */
function shortName(module: string): string {
  return (
    module
      .split('/node_modules/')
      .at(-1)
      ?.replace(/^(\.\.\/)+/, '') ?? module
  );
}
