/** The class of an error for `error.type`: its name, never its message. */
export function errorType(error: unknown): string {
  return (error as Error | null | undefined)?.name ?? '_OTHER';
}
