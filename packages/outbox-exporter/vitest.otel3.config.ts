import type { UserWorkspaceConfig } from 'vitest/config';
import { browserProject } from './test/browser-project.ts';
import { otel3Line } from './test/otel3-line.ts';

const project: UserWorkspaceConfig = await browserProject('outbox-exporter-browser-otel3', [otel3Line()]);

export default project;
