/**
 * Replaces nodes and, when the focus was on one of them, moves it to the control that took its place: the one with
 * the same test id (and the same product), or else to `fallback`.
 */
export function keepFocus(
  container: HTMLElement,
  replace: () => void,
  fallback?: () => HTMLElement | null,
): void {
  const root = container.getRootNode() as ShadowRoot;
  const focused = root.activeElement;
  const inside = focused !== null && container.contains(focused);
  replace();
  if (!inside || focused.isConnected) return;
  const { testid = '', key } = (focused as HTMLElement).dataset;
  const sameKey = key === undefined ? '' : `[data-key="${CSS.escape(key)}"]`;
  const next = container.querySelector<HTMLElement>(`[data-testid="${CSS.escape(testid)}"]${sameKey}`);
  (next ?? fallback?.())?.focus();
}
