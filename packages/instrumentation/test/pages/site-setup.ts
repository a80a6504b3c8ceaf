import type { TestProject } from 'vitest/node';
import { startSite } from './start-site.ts';

/** The fixture site, for a project's tests. */
export default function setUp(project: TestProject): Promise<() => void> {
  return startSite(project, new Map());
}
