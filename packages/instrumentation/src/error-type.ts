import { attempt } from './attempt.ts';

/** The class of an error for `error.type`: its name, never its message. */
export function errorType(error: unknown): string {
  const name = attempt(() => (error as Error).name);
  return (typeof name === 'string' && name) || '_OTHER';
}
