import { join } from 'node:path';
import { build } from 'vite';

const GENERATED = join(import.meta.dirname, '../generated');

/** What a bundler makes of an import of one name from a generated mapping. */
export async function bundleOf(name: string, module: 'mapping' | 'mapping-opt-in'): Promise<string> {
  const entry = 'virtual:entry';
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'mapping' } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id.endsWith(entry) ? entry : undefined),
        load: (id) => (id === entry ? `export { ${name} } from '${GENERATED}/${module}.ts';` : undefined),
      },
    ],
  });
  const [first] = Array.isArray(output) ? output : [];
  const chunk = first?.output[0];
  if (!chunk) throw new Error('the bundler gave no chunk');
  return chunk.code;
}
