import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageFiles } from '../browser/build-page.ts';
import { buildPage } from '../browser/build-page.ts';
import { isForBytesOnly, NOTHING } from '../rows.ts';
import type { Setting } from './setting.ts';

/** Bytes of script. */
export interface ScriptSize {
  min: number;
  gzip: number;
}

export interface SizeResult {
  rows: {
    id: string;
    alone: ScriptSize;
    /** On a page that has OpenTelemetry (provider, processor, exporter, fetch instrumentation) already. */
    onTop: ScriptSize;
    /** Loaded later by the peer itself. */
    lazy: number;
  }[];
  /** Ours, with everything outside the package itself left out. */
  withoutPeers: { plugin: ScriptSize; pluginWithRequests: ScriptSize; outbox: ScriptSize };
  /** The modules of the plugin without peers, largest first: their share of the bytes before minification. */
  modules: { name: string; share: number }[];
}

const page = (name: string) => join(import.meta.dirname, '..', 'page', `${name}.ts`);

/** Script that a page loads for each row: minified by Vite, gzip at level 9. */
export async function measureSize({ rows, progress }: Setting): Promise<SizeResult> {
  const results: SizeResult['rows'] = [];
  for (const row of rows) {
    if (isForBytesOnly(row) || row.compress) continue;
    progress(row.label);
    const base = sizeOf(await buildPage(row, page('size-base')));
    const onTop = sizeOf(await buildPage(row, page('size-on-top')));
    const files = await buildPage(row, page('size-alone'));
    results.push({
      id: row.id,
      alone: sizeOf(files),
      onTop: { min: onTop.min - base.min, gzip: onTop.gzip - base.gzip },
      lazy: gzipped(
        [...files.keys()].filter((name) => !loaded(files).has(name)).map((name) => codeOf(files, name)),
      ),
    });
  }
  progress('the packages of this project without their peers');
  const external = { external: [/^@opentelemetry\//] };
  const plugin = await buildPage(NOTHING, page('size-plugin'), external);
  const pluginWithRequests = sizeOf(await buildPage(NOTHING, page('size-plugin-full'), external));
  const outbox = sizeOf(await buildPage(NOTHING, page('size-outbox'), external));
  return {
    rows: results,
    withoutPeers: { plugin: sizeOf(plugin), pluginWithRequests, outbox },
    modules: modulesOf(plugin),
  };
}

/** Names of the files that load with the page: the entry and what it imports statically. */
function loaded(files: PageFiles): Set<string> {
  const names = new Set(['entry.js']);
  for (const name of names) for (const imported of files.get(name)?.imports ?? []) names.add(imported);
  return new Set([...names].filter((name) => files.has(name)));
}

function sizeOf(files: PageFiles): ScriptSize {
  const code = [...loaded(files)].map((name) => codeOf(files, name));
  return { min: code.reduce((sum, text) => sum + Buffer.byteLength(text), 0), gzip: gzipped(code) };
}

function gzipped(code: string[]): number {
  return code.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}

function codeOf(files: PageFiles, name: string): string {
  return files.get(name)?.code ?? '';
}

function modulesOf(files: PageFiles): SizeResult['modules'] {
  const modules = Object.entries(files.get('entry.js')?.modules ?? {}).map(([id, { renderedLength }]) => ({
    name: id.split('/packages/')[1] ?? 'other',
    bytes: renderedLength,
  }));
  const total = modules.reduce((sum, { bytes }) => sum + bytes, 0);
  return modules
    .filter(({ bytes }) => bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => ({ name, share: bytes / total }));
}
