import type { Settings } from '../contract/answers.ts';

/**
 * Reads `CHATSPAN_EXPLORER_TRACE_LINKS`: names and addresses, such as
 * `Jaeger=http://localhost:16686/trace/{trace_id}`, separated by spaces.
 * @throws Error that names the entry when it has no name, no trace id, or is no http address.
 */
export function readTraceLinks(text = ''): Settings['trace_links'] {
  return text
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, name = '', template = ''] = /^([^=]+)=(https?:\/\/.+)$/.exec(entry) ?? [];
      if (name === '' || !template.includes('{trace_id}')) {
        throw new Error(
          `CHATSPAN_EXPLORER_TRACE_LINKS: "${entry}" is not like Jaeger=http://localhost:16686/trace/{trace_id}.`,
        );
      }
      return { name, template };
    });
}
