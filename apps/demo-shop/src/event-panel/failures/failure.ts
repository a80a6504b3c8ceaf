/** A failure that the chat backend can be told to have; its flag in `GET/PUT /flags`. */
export type FlagName = 'slowModel' | 'toolError' | 'rateLimited' | 'streamCut' | 'refuse';
/** `'once'`: on for the next question that it can affect, then off. */
export type FlagValue = false | 'once' | true;
export type Flags = Readonly<Record<FlagName, FlagValue>>;

export interface Failure {
  readonly flag: FlagName;
  readonly title: string;
  readonly shopperSees: string;
  readonly traceShows: string;
}

export const failures: readonly Failure[] = [
  {
    flag: 'slowModel',
    title: 'Slow model',
    shopperSees: 'The answer begins three seconds late.',
    traceShows: 'A chat span three seconds longer, and time_to_first_chunk in it. No error.',
  },
  {
    flag: 'toolError',
    title: 'Catalog search fails',
    shopperSees: 'An apology, and a button to try again.',
    traceShows: 'tool_error on execute_tool and the spans of the backend above it; the turn failed.',
  },
  {
    flag: 'rateLimited',
    title: 'Too many requests',
    shopperSees: 'Please try again in five seconds.',
    traceShows: 'Status 429 on both sides of the request; no model was called.',
  },
  {
    flag: 'streamCut',
    title: 'Connection breaks',
    shopperSees: 'Half an answer, and that it broke off.',
    traceShows: 'stream_cut on the spans of the backend; the turn failed, the request has no status.',
  },
  {
    flag: 'refuse',
    title: 'Assistant refuses',
    shopperSees: 'It can only help with Northfell products.',
    traceShows: 'finish_reasons is content_filter. No error: it did what it should.',
  },
];
