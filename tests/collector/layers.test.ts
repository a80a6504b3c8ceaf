import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureCollector } from '@chatspan-tools/native/ensure-binaries';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../collector-config');
const layersOf = (folder: string) => readdirSync(join(FOLDER, folder)).map((file) => `${folder}/${file}`);
const EXPORTERS = layersOf('exporters');
const VENDORS = layersOf('vendors');
const SAMPLING = layersOf('sampling');
const read = (layer: string) => readFileSync(join(FOLDER, layer), 'utf8');

/** What the vendor files ask for that has no default. */
const ENV = {
  CHATSPAN_COLLECTOR_DATA_DIR: join(tmpdir(), 'otelcol-validate'),
  CHATSPAN_CLICKHOUSE_PASSWORD: 'secret',
  DATADOG_OTLP_TRACES_URL: 'https://otlp.datadog.example/v1/traces',
  DD_API_KEY: 'key',
  DYNATRACE_API_TOKEN: 'key',
  DYNATRACE_URL: 'https://dynatrace.example',
  GRAFANA_CLOUD_BASIC_TOKEN: 'key',
  GRAFANA_CLOUD_OTLP_URL: 'https://grafana.example/otlp',
  HONEYCOMB_API_KEY: 'key',
  NEW_RELIC_LICENSE_KEY: 'key',
  OTLP_VENDOR_KEY: 'key',
  OTLP_VENDOR_URL: 'https://vendor.example',
};

let binary: string;
beforeAll(async () => {
  binary = await ensureCollector(console.log);
});

/** What `otelcol validate` has against these layers behind base.yaml; nothing when it accepts them. */
async function problemOf(layers: string[]): Promise<string | undefined> {
  const args = ['validate', ...['base.yaml', ...layers].flatMap((layer) => ['--config', layer])];
  const run = promisify(execFile)(binary, args, { cwd: FOLDER, env: ENV });
  return run.then(
    ({ stderr }) => (/warn/i.test(stderr) ? stderr : undefined),
    (error: { stderr: string }) => error.stderr,
  );
}

function subsets(items: string[]): string[][] {
  let sets: string[][] = [[]];
  for (const item of items) sets = sets.concat(sets.map((set) => [...set, item]));
  return sets;
}

test('every subset of the layers is valid, unless nothing would take the traces or nothing is to be sampled', async () => {
  const combinations = subsets([...EXPORTERS, ...VENDORS, ...SAMPLING]);
  expect(combinations).toHaveLength(1024);
  const isViewer = (layer: string) => VENDORS.includes(layer) || layer === 'exporters/jaeger.yaml';
  const wrong: string[] = [];
  const check = async (): Promise<void> => {
    for (let layers = combinations.pop(); layers; layers = combinations.pop()) {
      const problem = await problemOf(layers);
      const expected =
        layers.length === 0
          ? 'no exporter configuration specified'
          : layers.some((layer) => SAMPLING.includes(layer)) && !layers.some(isViewer)
            ? layers.length === 1
              ? 'no exporter configuration specified'
              : 'service::pipelines::traces/viewers: must have at least one receiver'
            : undefined;
      const asExpected = expected === undefined ? problem === undefined : problem?.includes(expected);
      if (!asExpected) wrong.push(`${layers.join(' + ')}: ${problem}`);
    }
  };
  await Promise.all([check(), check()]);
  expect(wrong).toEqual([]);
}, 480_000);

test('a vendor without its URL is refused at the start', async () => {
  const args = ['validate', '--config', 'base.yaml', '--config', 'vendors/generic-otlp.yaml'];
  const run = promisify(execFile)(binary, args, { cwd: FOLDER, env: {} });
  await expect(run).rejects.toThrow('exporters::otlp_http/generic: at least one endpoint must be specified');
});

test('the builder manifest names exactly the components that the layers use', () => {
  const manifest = parse(read('builder.yaml'));
  const used = new Set<string>();
  for (const layer of ['base.yaml', ...EXPORTERS, ...VENDORS, ...SAMPLING]) {
    const config = parse(read(layer), { merge: true });
    for (const kind of ['receivers', 'processors', 'connectors', 'exporters', 'extensions']) {
      for (const id of Object.keys(config[kind] ?? {}))
        used.add(`${kind}/${id.split('/')[0]?.replaceAll('_', '')}`);
    }
  }
  const built = ['receivers', 'processors', 'connectors', 'exporters', 'extensions'].flatMap((kind) =>
    manifest[kind].map(({ gomod }: { gomod: string }) => {
      const name = /\/([a-z]+?)(?:receiver|processor|connector|exporter|extension)? v[\d.]+$/.exec(
        gomod,
      )?.[1];
      return `${kind}/${name}`;
    }),
  );
  expect(built.sort()).toEqual([...used].sort());
});

test.each(['base.yaml', 'jaeger/jaeger.yaml', ...EXPORTERS, ...VENDORS, ...SAMPLING])(
  '%s opens with what it is and when it is loaded',
  (layer) => {
    const [what, when, rest] = read(layer).split('\n');
    expect(what).toMatch(/^# [A-Z].*\.$/);
    expect(when).toMatch(/^# Loaded .*\.$/);
    expect(rest).toMatch(/^[a-z]+:$/);
  },
);
