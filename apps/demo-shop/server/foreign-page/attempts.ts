import type { Page } from 'playwright';

/** The ways of a page to send a request to another server, from the least to the most it may set. */
export type Way = 'image' | 'script' | 'form GET' | 'form POST' | 'no-cors GET' | 'no-cors POST' | 'cors GET';

export const WAYS: readonly Way[] = [
  'image',
  'script',
  'form GET',
  'form POST',
  'no-cors GET',
  'no-cors POST',
  'cors GET',
];

/**
 * Sends one request from a page.
 * @returns What the page could read of the answer; nothing unless it was allowed to read it.
 */
export function attempt(page: Page, way: Way, url: string, body: string): Promise<string> {
  return page.evaluate(
    async ([way, url, body]) => {
      const settled = (target: EventTarget) =>
        new Promise<void>((resolve) => {
          for (const type of ['load', 'error']) target.addEventListener(type, () => resolve());
        });
      if (way === 'image' || way === 'script') {
        const target = document.createElement(way === 'image' ? 'img' : 'script');
        const done = settled(target);
        target.src = url;
        document.head.append(target);
        await done;
        return '';
      }
      if (way === 'form GET' || way === 'form POST') {
        const frame = document.createElement('iframe');
        frame.name = `answer${document.querySelectorAll('iframe').length}`;
        document.body.append(frame);
        const form = document.createElement('form');
        form.method = way.slice('form '.length);
        form.action = url;
        form.target = frame.name;
        form.enctype = 'text/plain';
        // A GET form replaces the query of its action: the parameters are its fields.
        const fields = way === 'form GET' ? [...new URL(url).searchParams] : [[body, '']];
        for (const [name = '', value = ''] of fields) {
          const field = document.createElement('input');
          Object.assign(field, { type: 'hidden', name, value });
          form.append(field);
        }
        document.body.append(form);
        const done = settled(frame);
        form.submit();
        await done;
        return '';
      }
      const isPost = way.endsWith('POST');
      const init = isPost ? { method: 'POST', body } : {};
      const mode = way.startsWith('no-cors') ? 'no-cors' : 'cors';
      // A request that the browser does not let through has no answer to read.
      return fetch(url, { ...init, mode }).then(
        (response) => response.text(),
        () => '',
      );
    },
    [way, url, body] as const,
  );
}
