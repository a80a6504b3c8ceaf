import { expect, inject } from 'vitest';
import type { SeenRequest } from './chat-server.ts';

// The test page alone loads more than the 250 resources of which a browser keeps the timing.
performance.setResourceTimingBufferSize(10_000);

/** Tests of several pages, and of several browsers, ask one chat backend. */
const PAGE = crypto.randomUUID();

let count = 0;

/** Where a request goes: the page's own origin or another, a URL that tests list or one that they do not. */
export interface Place {
  origin?: string;
  area?: 'chat' | 'other';
  /** How the chat backend answers: see `chatServer`. */
  query?: string;
}

/** A URL of the tests' chat backend that no other request has. */
export function chatUrl({ origin = location.origin, area = 'chat', query = '' }: Place = {}): string {
  count += 1;
  return `${origin}/${area}/ask?as=${PAGE}-${count}&${query}`;
}

/** An origin that is not the page's. */
export function otherOrigin(): string {
  return inject('chatOrigin');
}

/** What the chat backend saw under a URL, preflights included. */
export async function seen(url: string): Promise<SeenRequest[]> {
  return (await control('seen', url)).json();
}

/** Lets the chat backend send the rest of an answer that it holds. */
export async function release(url: string): Promise<void> {
  await control('release', url);
}

/** Lets the chat backend cut the connection of an answer that it holds. */
export async function cut(url: string): Promise<void> {
  await control('cut', url);
}

/** Waits until so many answers under a URL have ended, and whoever waits for their end has heard of it. */
export async function answersEnded(url: string, number = 1): Promise<void> {
  await eventually(() => performance.getEntriesByName(url).length, number);
  await (await fetch(chatUrl({ area: 'other' }))).text();
}

/** Waits until `read` gives what is expected, which is printed with what was given when that is never. */
export async function eventually<T>(read: () => T, expected: T): Promise<void> {
  await expect.poll(read, { timeout: 10_000, interval: 20 }).toEqual(expected);
}

function control(command: string, url: string): Promise<Response> {
  const { origin, searchParams } = new URL(url);
  return fetch(`${origin}/control/${command}?as=${searchParams.get('as')}`);
}
