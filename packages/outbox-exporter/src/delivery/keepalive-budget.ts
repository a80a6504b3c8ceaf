// Chromium allows 9 keepalive requests, and every browser 64 KiB of keepalive bodies, in a page:
// https://github.com/whatwg/fetch/issues/679
const MAX_REQUESTS = 9;

let bytesInFlight = 0;
let requestsInFlight = 0;

/**
 * Takes a part of the page's keepalive budget.
 * @returns a function that gives it back. Undefined when the budget does not suffice.
 */
export function reserveKeepalive(bytes: number, maxBytes: number): (() => void) | undefined {
  if (bytesInFlight + bytes > maxBytes || requestsInFlight >= MAX_REQUESTS) return undefined;
  bytesInFlight += bytes;
  requestsInFlight += 1;
  return () => {
    bytesInFlight -= bytes;
    requestsInFlight -= 1;
  };
}
