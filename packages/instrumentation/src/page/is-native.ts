/** Whether a function is the browser's own, or looks like it: a bound function and a proxy do, too. */
export function isNative(method: unknown): boolean {
  return typeof method === 'function' && Function.prototype.toString.call(method).includes('[native code]');
}
