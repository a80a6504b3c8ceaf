import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

const project: UserWorkspaceConfig = await browserProject(
  'instrumentation-otel2',
  { folder: 'otel2' },
  'src/**/*.browser.test.ts',
);

export default project;
