import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

const project: UserWorkspaceConfig = await browserProject(
  'instrumentation-otel3',
  { folder: 'otel3' },
  'src/**/*.browser.test.ts',
);

export default project;
