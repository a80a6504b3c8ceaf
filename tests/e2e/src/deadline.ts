/** How long a test asks for what must come, and how often: in milliseconds, for `vi.waitFor` and `expect.poll`. */
export const DEADLINE = { timeout: 20_000, interval: 100 };
