import type { IncomingMessage } from 'node:http';

/**
 * Whether a request names this server in its `Host`. A page of any site can point a name of its own at 127.0.0.1 (DNS
 * rebinding) and then counts as the same origin in its browser; only the `Host` still tells.
 * @param allowedHosts Names besides localhost, 127.0.0.1 and [::1] with the port that the request came in on, each with
 *   its port, such as `localhost:9000` for a forwarded port.
 */
export function namesOwnHost(request: IncomingMessage, allowedHosts: readonly string[]): boolean {
  const host = request.headers.host?.toLowerCase() ?? '';
  const { localPort } = request.socket;
  const own = ['localhost', '127.0.0.1', '[::1]'].flatMap((name) =>
    // Browsers leave the default port out.
    localPort === 80 ? [name, `${name}:80`] : [`${name}:${localPort}`],
  );
  return own.includes(host) || allowedHosts.some((allowed) => allowed.toLowerCase() === host);
}

/**
 * The hosts of a setting such as `localhost:9000, demo.test:8080`.
 * @throws Error that names the variable when an entry is not a host, or has a path or a scheme.
 */
export function parseAllowedHosts(text: string | undefined, variable: string): string[] {
  const hosts = (text ?? '').split(',').flatMap((entry) => entry.trim() || []);
  const wrong = hosts.find((host) => URL.parse(`http://${host}`)?.pathname !== '/' || /[/@?#\s*]/.test(host));
  if (wrong === undefined) return hosts;
  throw new Error(`${variable} takes hosts with their ports, such as localhost:9000. "${wrong}" is not one.`);
}
