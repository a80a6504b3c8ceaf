import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The first Go release that compiles the pinned Collector modules (their go.mod says `go 1.26.0`). */
const NEEDED: readonly [number, number] = [1, 26];

/** Why Go cannot build here, as a sentence for the user; nothing when it can. */
export async function goProblem(): Promise<string | undefined> {
  let version: string;
  try {
    version = (await promisify(execFile)('go', ['env', 'GOVERSION'])).stdout.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return `Go is not installed. Install Go ${NEEDED.join('.')} or newer, or start Docker.`;
  }
  const [major = 0, minor = 0] = version.replace(/^go/, '').split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  return `Go ${version} is too old. Install Go ${NEEDED.join('.')} or newer, or start Docker.`;
}
