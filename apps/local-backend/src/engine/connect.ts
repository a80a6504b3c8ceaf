import { join } from 'node:path';
import { Session } from 'chdb';

/** What the engine's user may do. */
const ACCESS = join(import.meta.dirname, 'engine-access.xml');

/** A connection to the engine over a folder. The first one starts the engine, the last one that is closed stops it. */
export function connect(folder: string): Session {
  return new Session(folder, { connectionArgs: [`--config-file=${ACCESS}`, `--users_config=${ACCESS}`] });
}
