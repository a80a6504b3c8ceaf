import { ClickHouseException } from '../clickhouse-http/clickhouse-exception.ts';

/** @throws ClickHouseException that says what is not allowed, and what to do instead. */
export function refuse(what: string, instead: string): never {
  throw new ClickHouseException('ACCESS_DENIED', `${what} is not allowed here. ${instead}`);
}
