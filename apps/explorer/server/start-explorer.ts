import { startServer } from '@chatspan/loopback-server/start-server';
import { createQueryRunner } from '@chatspan/named-queries/query-runner';
import { serveQueries } from '@chatspan/named-queries/serve-queries';
import type { Settings } from '../contract/answers.ts';
import { answerRequest } from './answer-request.ts';
import type { BuiltPage } from './build-page.ts';
import { buildPage } from './build-page.ts';
import { loadExplorerQueries } from './load-explorer-queries.ts';
import { requireToken } from './sign-in.ts';

export interface ExplorerOptions {
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. Another one than this machine's own needs a `token`. @default '127.0.0.1' */
  readonly host?: string;
  /** What people enter to sign in. Left out: everybody who reaches the server may read. */
  readonly token?: string;
  /** Values of `Host` to answer for besides this machine's own names, such as `explorer.test:8070`. @default none */
  readonly allowedHosts?: readonly string[];
  /** Base URL of the ClickHouse HTTP interface. */
  readonly clickhouseUrl: string;
  /** A user who may only read. Left out: ClickHouse's `default` without a password. */
  readonly clickhouseUser?: string;
  readonly clickhousePassword?: string;
  /** Seconds after which ClickHouse ends a query. @default 10 */
  readonly maxSeconds?: number;
  /** Memory that a query may take, in bytes. @default the limit of the user */
  readonly maxMemoryBytes?: number;
  /** "Open in …", with `{trace_id}`, `{span_id}` and `{start_ms}` in the address. @default none */
  readonly traceLinks?: Settings['trace_links'];
  /** Folder of the built page. Left out: it is built now, which takes a second or two. */
  readonly pageFolder?: string;
  /** Gets one line of text for every step that may take longer than a second. */
  readonly onProgress?: (line: string) => void;
}

export interface RunningExplorer {
  /** Base URL with the real port and no trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page and its queries. Throws when the port is in use, or an address of the network has no token. */
export async function startExplorer(options: ExplorerOptions): Promise<RunningExplorer> {
  const {
    port,
    host = '127.0.0.1',
    token,
    allowedHosts = [],
    clickhouseUrl,
    traceLinks = [],
    onProgress,
  } = options;
  if (!isLoopback(host) && !token) {
    throw new Error(
      `To listen on ${host}, set CHATSPAN_EXPLORER_TOKEN: the token that people enter to sign in.`,
    );
  }
  const runner = createQueryRunner({
    url: clickhouseUrl,
    ...(options.clickhouseUser !== undefined && { username: options.clickhouseUser }),
    ...(options.clickhousePassword !== undefined && { password: options.clickhousePassword }),
    ...(options.maxSeconds !== undefined && { maxSeconds: options.maxSeconds }),
    ...(options.maxMemoryBytes !== undefined && { maxMemoryBytes: options.maxMemoryBytes }),
  });
  let page: BuiltPage | undefined;
  const close = async (): Promise<void> => {
    await runner.close();
    await page?.remove();
  };
  try {
    if (options.pageFolder === undefined) {
      onProgress?.('Building the explorer');
      page = await buildPage();
    }
    const listener = answerRequest({
      pageFolder: options.pageFolder ?? page?.folder ?? '',
      settings: {
        clickhouse: new URL(clickhouseUrl).origin,
        trace_links: traceLinks,
        has_sign_in: Boolean(token),
      },
      answerQuery: serveQueries(await loadExplorerQueries(), runner),
      ...(token && { askForToken: requireToken(token) }),
    });
    const server = await startServer(listener, {
      port,
      host,
      allowedHosts,
      variable: 'CHATSPAN_EXPLORER_PORT',
    });
    return {
      url: `http://localhost:${server.port}`,
      async close() {
        await server.stop(onProgress);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
