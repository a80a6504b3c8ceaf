import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

/** The page on api 1.10 and SDK 3.1, the instrumentation's own imports api 1.9 and instrumentation 0.223. */
const project: UserWorkspaceConfig = await browserProject(
  'instrumentation-mixed',
  { folder: 'otel3', pageOnly: true },
  'test/mixed-lines.browser.test.ts',
);

export default project;
