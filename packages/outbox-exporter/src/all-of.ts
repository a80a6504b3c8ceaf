/** `Promise.all` without its values: a chain of these does not grow. */
export async function allOf(work: Promise<unknown>[]): Promise<void> {
  await Promise.all(work);
}
