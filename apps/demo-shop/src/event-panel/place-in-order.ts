/** Makes `children` the children of `parent`. Those that are there already stay: an opened or focused one is not touched. */
export function placeInOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(children);
  for (const there of [...parent.children]) if (!wanted.has(there)) there.remove();
  for (const [i, child] of children.entries()) {
    const there = parent.children[i] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  }
}
