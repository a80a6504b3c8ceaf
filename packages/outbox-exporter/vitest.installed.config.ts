import { chosenEngines } from '@chatspan-tools/browsers/installed-browser-provider';
import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

const project: UserWorkspaceConfig = await browserProject(
  'outbox-exporter-installed',
  '2.x',
  chosenEngines('outbox-exporter'),
);

export default project;
