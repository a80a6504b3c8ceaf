import type { FlagName, Flags, FlagValue } from './failure.ts';
import { failures } from './failure.ts';

/** The chat backend's way to be told which failures to have. Rejections are sentences for the reader of the panel. */
export interface FlagsClient {
  read(): Promise<Flags>;
  /** Changes one flag; resolves to all of them. */
  set(flag: FlagName, value: FlagValue): Promise<Flags>;
}

/** @param chatUrl Base URL of the chat backend, without a slash at the end. */
export function flagsClient(chatUrl: string): FlagsClient {
  async function ask(init: RequestInit): Promise<Flags> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${chatUrl}/flags`, init);
      text = await response.text();
    } catch (error) {
      throw new Error(`The chat backend at ${chatUrl} cannot be reached. Is it still running?`, {
        cause: error,
      });
    }
    if (!response.ok) {
      throw new Error(`The chat backend refused (status ${response.status}): ${text.slice(0, 200).trim()}`);
    }
    return parseFlags(text);
  }
  return {
    read: () => ask({}),
    set: (flag, value) =>
      ask({
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ [flag]: value }),
      }),
  };
}

function parseFlags(text: string): Flags {
  const answer: unknown = JSON.parse(text);
  const values: Readonly<Record<string, unknown>> =
    typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const flags = failures.map(({ flag }) => {
    const value = values[flag];
    if (value !== true && value !== false && value !== 'once') {
      throw new Error(`The chat backend does not know the failure ${flag}.`);
    }
    return [flag, value] as const;
  });
  return Object.fromEntries(flags) as Record<FlagName, FlagValue>;
}
