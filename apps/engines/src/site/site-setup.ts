import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../../../packages/instrumentation/test/pages/build-site.ts';
import { startSite } from '../../../../packages/instrumentation/test/pages/start-site.ts';

/** The fixture site of `@chatspan/instrumentation`, which here can have a shop with the outbox. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const outboxShop = await bundle(join(import.meta.dirname, 'shop-with-outbox.ts'));
  return startSite(project, new Map([['outboxShop', outboxShop]]));
}
