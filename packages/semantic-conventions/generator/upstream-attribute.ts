import type { Attribute, ContentClass } from './registry-model.ts';

/** What another registry defines; what the attribute means here stands on each reference to it. */
export interface UpstreamAttribute extends Pick<Attribute, 'key' | 'type' | 'stability' | 'examples'> {
  /** @default none */
  readonly contentClass?: ContentClass;
}
