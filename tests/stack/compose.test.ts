import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Service {
  image: string;
  build?: { args: Record<string, string>; context: string; dockerfile: string };
  command?: string | string[];
  environment?: Record<string, string | number | null>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: unknown;
  mem_limit: string;
}

const compose: { services: Record<string, Service>; volumes: Record<string, null> } = parse(
  read('docker-compose.yml'),
  {
    merge: true,
  },
);
const services = Object.entries(compose.services);
const tags = new Map(
  read('.env')
    .match(/^\w+=.+$/gm)
    ?.map((line) => line.split('=') as [string, string]),
);

test('every port is published on loopback only', () => {
  const ports = services.flatMap(([, service]) => service.ports ?? []);
  expect(ports).toHaveLength(7);
  expect(ports.filter((port) => !/^127\.0\.0\.1:\$\{CHATSPAN_\w+_PORT:-\d+\}:\d+$/.test(port))).toEqual([]);
});

test('all memory limits of what keeps running stay below 2 GB', () => {
  const running = services.filter(([, { healthcheck }]) => healthcheck !== undefined);
  const mebibytes = running.map(([, service]) => Number(/^(\d+)m$/.exec(service.mem_limit)?.[1]));
  expect(mebibytes.reduce((sum, limit) => sum + limit, 0) * 1024 ** 2).toBeLessThan(2e9);
});

test('every image is pinned by a tag in .env', () => {
  const used = services.flatMap(([, { image, build }]) =>
    build ? Object.values(build.args) : [image.split(':')[1] ?? ''],
  );
  expect([...new Set(used)].sort()).toEqual([...tags.keys()].map((name) => `\${${name}}`).sort());
  expect([...tags.values()].filter((tag) => !/^\d+(\.\d+)+/.test(tag))).toEqual([]);
  for (const dockerfile of ['collector', 'demo']) {
    const froms = read(`apps/demo/docker/${dockerfile}.Dockerfile`).match(/^FROM .+$/gm) ?? [];
    expect(froms.filter((from) => !/:\$\{\w+_TAG\}( AS \w+)?$/.test(from))).toEqual([]);
  }
});

test('the Collector image is of the version that the builder manifest pins', () => {
  expect(tags.get('COLLECTOR_TAG')).toBe(parse(read('collector-config/builder.yaml')).dist.version);
});

test('the Node image is of the version that scripts run on elsewhere', () => {
  expect(tags.get('NODE_TAG')).toBe(`${parse(read('pnpm-workspace.yaml')).nodeVersion}-slim`);
});

test('every service has a health check, or runs once and is waited for', () => {
  const without = services.filter(([, service]) => !service.healthcheck).map(([name]) => name);
  expect(without).toEqual(['migrate']);
  for (const [, service] of services) {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(condition).toBe(without.includes(name) ? 'service_completed_successfully' : 'service_healthy');
    }
  }
});

test('every mounted path and every named file exists, and every volume is declared', () => {
  const mounts = services.flatMap(([, service]) =>
    (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''),
  );
  const paths = mounts.filter((source) => source.startsWith('.'));
  const dockerfiles = services.flatMap(([, { build }]) =>
    build ? [join(build.context, build.dockerfile)] : [],
  );
  expect([...paths, ...dockerfiles].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect(mounts.filter((source) => !source.startsWith('.')).sort()).toEqual(
    Object.keys(compose.volumes).sort(),
  );
  const scripts = services
    .flatMap(([, { command }]) => (Array.isArray(command) ? command : []))
    .filter((word) => word.endsWith('.ts'));
  expect(scripts.filter((script) => !existsSync(join(ROOT, script)))).toEqual([]);
});

test('no password has a default', () => {
  const passwords = services.flatMap(([, { environment }]) =>
    Object.entries(environment ?? {}).filter(([name]) => name.includes('PASSWORD')),
  );
  expect(passwords.length).toBeGreaterThan(4);
  expect(passwords.filter(([name, value]) => value !== `\${${name}:?pnpm stack makes one}`)).toEqual([]);
});

test('Collector and Jaeger are given every setting that their files read', () => {
  const given = (service: string) => Object.keys(compose.services[service]?.environment ?? {});
  const missing = (service: string, files: string) => {
    const texts = globSync(files, { cwd: ROOT }).map(read).join('\n');
    const wanted = new Set([...texts.matchAll(/\$\{env:(\w+)/g)].map(([, name = '']) => name));
    expect(wanted.size).toBeGreaterThan(4);
    // Inside a container hosts, ports and folders are its own.
    return [...wanted].filter((name) => !/_(HOST|PORT|DIR)$/.test(name) && !given(service).includes(name));
  };
  expect(missing('collector', 'collector-config/{base,{exporters,sampling,vendors}/*}.yaml')).toEqual([]);
  expect(missing('jaeger', 'collector-config/jaeger/jaeger.yaml')).toEqual([]);
});

test('the Collector is given the files of the native stack', () => {
  const configs = String(compose.services.collector?.command).match(/--config=\/etc\/chatspan\/\S+/g) ?? [];
  expect(configs.map((config) => config.replace('--config=/etc/chatspan/', ''))).toEqual([
    'base.yaml',
    'exporters/clickhouse.yaml',
    'exporters/jaeger.yaml',
  ]);
});
