import { startLocalBackend } from '../start-local-backend.ts';

/** A process of its own that takes spans into the folder that it is given, and prints its address. */
const [, , dataDir = ''] = process.argv;
const backend = await startLocalBackend({ dataDir, otlpPort: 0, clickhousePort: 0, retentionDays: 20_000 });
process.stdout.write(`${backend.otlpUrl}\n`);
