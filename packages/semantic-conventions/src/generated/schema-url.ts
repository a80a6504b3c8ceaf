// Generated from registry/*.yaml. DO NOT EDIT, run `pnpm generate`.

/** Version of these conventions, for `schemaUrl` of a tracer or logger. */
export const SCHEMA_URL = 'https://chatspan.example/schemas/shopping-chat-dev/0.1.0-dev' as const;
