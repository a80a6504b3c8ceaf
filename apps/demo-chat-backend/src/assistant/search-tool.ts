import { SpanKind } from '@opentelemetry/api';
import type { Product } from '../catalogue/product.ts';
import {
  ATTR_GEN_AI_OPERATION_NAME,
  ATTR_GEN_AI_TOOL_CALL_ID,
  ATTR_GEN_AI_TOOL_NAME,
  ATTR_GEN_AI_TOOL_TYPE,
} from '../semconv.ts';
import { inSpan } from './in-span.ts';
import type { Run } from './run.ts';
import { around, hexId } from './seeded-random.ts';
import { pause } from './stopped.ts';

export const SEARCH_TOOL = 'search_products';

/** The catalogue could not be searched. */
export class ToolFailed extends Error {
  override readonly name = 'ToolFailed';
  readonly errorType = 'tool_error';
}

/** Runs a search in the catalogue as an `execute_tool` span. */
export function searchProducts(search: () => Product[], run: Run): Promise<Product[]> {
  const attributes = {
    [ATTR_GEN_AI_OPERATION_NAME]: 'execute_tool',
    [ATTR_GEN_AI_TOOL_NAME]: SEARCH_TOOL,
    [ATTR_GEN_AI_TOOL_TYPE]: 'function',
    [ATTR_GEN_AI_TOOL_CALL_ID]: `call_${hexId(12, run.random)}`,
  };
  return inSpan(`execute_tool ${SEARCH_TOOL}`, { kind: SpanKind.INTERNAL, attributes }, async () => {
    await pause(around(run.latency.searchMs, run.random), run.signal);
    if (run.flags.take('toolError')) throw new ToolFailed('The catalogue did not answer (flag toolError).');
    return search();
  });
}
