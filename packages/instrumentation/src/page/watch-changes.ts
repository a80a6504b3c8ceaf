import { attempt } from '../guard/guard.ts';
import { listen } from './listen.ts';

// A click also comes from assistive technology and from scripts; a frame of the page sends messages.
const MOMENTS = ['load', 'pointerdown', 'keydown', 'click', 'message', 'focus'];

/**
 * Calls `look` at each moment when scripts of the page may have changed: when something was loaded, when the shopper
 * does something, and when another window or frame says something. No timer. Returns what stops it.
 */
export function watchChanges(look: () => void): () => void {
  const onMoment = () => look();
  const stopListening = listen(window, MOMENTS, onMoment, { capture: true, passive: true });
  const observer = attempt(() => {
    const loaded = new PerformanceObserver(onMoment);
    loaded.observe({ type: 'resource' });
    return loaded;
  });
  return () => {
    observer?.disconnect();
    stopListening();
  };
}
