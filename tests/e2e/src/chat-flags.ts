/** Switches failures of the chat backend on: `once` for the next question that they can affect. */
export async function setFlags(
  chatUrl: string,
  flags: Readonly<Record<string, 'once' | boolean>>,
): Promise<void> {
  const response = await fetch(`${chatUrl}/flags`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(flags),
  });
  if (!response.ok) throw new Error(`The chat backend answers ${response.status}: ${await response.text()}`);
}
