import { inRootZone } from './root-zone.ts';

/** Listens to events of several types, until the returned function is called. */
export function listen<E extends Event>(
  target: EventTarget,
  types: readonly string[],
  listener: (event: E) => void,
  options: { readonly capture?: boolean; readonly passive?: boolean } = {},
): () => void {
  inRootZone(() => {
    for (const type of types) target.addEventListener(type, listener as EventListener, options);
  });
  return () => {
    for (const type of types) target.removeEventListener(type, listener as EventListener, options);
  };
}
