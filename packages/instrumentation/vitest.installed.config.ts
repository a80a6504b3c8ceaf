import { chosenEngines } from '@chatspan-tools/browsers/installed-browser-provider';
import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

const project: UserWorkspaceConfig = await browserProject(
  'instrumentation-installed',
  { folder: 'otel2' },
  'src/**/*.browser.test.ts',
  chosenEngines('instrumentation'),
);

export default project;
