import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ClickHouseException } from './clickhouse-exception.ts';

/** `reader` may read; `writer` may also insert into the tables of `otel`. */
export type Account = 'reader' | 'writer';

export type Passwords = Readonly<Record<Account, string>>;

/**
 * Who asks, by HTTP Basic, by `X-ClickHouse-User` and `X-ClickHouse-Key`, or by the parameters `user` and `password`.
 * @throws ClickHouseException when nobody is named, or the name and the password do not fit.
 */
export function authenticate(
  request: IncomingMessage,
  parameters: URLSearchParams,
  passwords: Passwords,
): Account {
  const credentials =
    basicCredentials(request) ?? headerCredentials(request) ?? parameterCredentials(parameters);
  if (credentials === null) {
    throw new ClickHouseException(
      'REQUIRED_PASSWORD',
      'Give the user and the password of `reader` or `writer`.',
    );
  }
  const { user, password } = credentials;
  if ((user === 'reader' || user === 'writer') && equal(password, passwords[user])) return user;
  throw new ClickHouseException(
    'AUTHENTICATION_FAILED',
    `${user}: Authentication failed: password is incorrect, or there is no user with such name.`,
  );
}

interface Credentials {
  readonly user: string;
  readonly password: string;
}

function basicCredentials(request: IncomingMessage): Credentials | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: password.join(':') };
}

function headerCredentials(request: IncomingMessage): Credentials | null {
  const user = request.headers['x-clickhouse-user'];
  if (typeof user !== 'string') return null;
  const key = request.headers['x-clickhouse-key'];
  return { user, password: typeof key === 'string' ? key : '' };
}

function parameterCredentials(parameters: URLSearchParams): Credentials | null {
  const user = parameters.get('user');
  return user === null ? null : { user, password: parameters.get('password') ?? '' };
}

function equal(given: string, expected: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
