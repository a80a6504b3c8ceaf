import { join } from 'node:path';
import { bundle } from '@chatspan/instrumentation/test/pages/build-site';
import { startSite } from '@chatspan/instrumentation/test/pages/start-site';
import type { TestProject } from 'vitest/node';

/** The fixture site of `@chatspan/instrumentation`, which here can have a shop with the outbox. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const outboxShop = await bundle(join(import.meta.dirname, 'shop-with-outbox.ts'));
  return startSite(project, new Map([['outboxShop', outboxShop]]));
}
