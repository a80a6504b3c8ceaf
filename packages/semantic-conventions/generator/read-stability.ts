import type { YamlEntry } from './yaml-entry.ts';

const STABILITIES = ['development', 'alpha', 'beta', 'release_candidate', 'stable'];

export function readStability(entry: YamlEntry, what: string): string {
  const stability = entry.value('stability');
  if (!STABILITIES.includes(String(stability))) {
    entry.report(`${what} has no known \`stability\`: choose ${STABILITIES.join(', ')}`, 'stability');
  }
  return String(stability);
}
