import type { ContentClass } from '@chatspan/semantic-conventions/mapping';
import type { AttributeType } from './attribute-value.ts';

/** How a payload's value becomes an attribute. */
export interface KeyRule {
  readonly name: string;
  readonly type: AttributeType;
  readonly content?: ContentClass | undefined;
  readonly length?: string | undefined;
}
