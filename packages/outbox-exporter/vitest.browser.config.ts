import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';

const project: UserWorkspaceConfig = await browserProject('outbox-exporter-browser', '2.x');

export default project;
