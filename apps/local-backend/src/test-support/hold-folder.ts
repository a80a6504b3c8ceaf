import { startLocalBackend } from '../start-local-backend.ts';
import { postTraces } from './post-otlp.ts';

/** A process of its own that stores one span in the folder that it is given, and stays. */
const [, , dataDir = ''] = process.argv;
const backend = await startLocalBackend({ dataDir, otlpPort: 0, clickhousePort: 0, retentionDays: 20_000 });
const { status } = await postTraces(
  { otlpUrl: backend.otlpUrl ?? '' },
  { resourceSpans: [{ scopeSpans: [{ spans: [{ startTimeUnixNano: '1764000000000000000' }] }] }] },
);
process.stdout.write(`stored: ${status}\n`);
