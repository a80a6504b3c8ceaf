import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

/** OpenTelemetry's SDK for browsers, with its session module. */
const project: UserWorkspaceConfig = await browserProject(
  'instrumentation-browser-sdk',
  { folder: 'browser-sdk' },
  [
    'test/browser-sdk/*.browser.test.ts',
    'src/trace/{activity,searchable-spans,sinks,span-length,turn,turn-end}.browser.test.ts',
  ],
);

export default project;
