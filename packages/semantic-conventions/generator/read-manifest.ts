import { readStability } from './read-stability.ts';
import type { YamlEntry } from './yaml-entry.ts';

export function readSchemaUrl(manifest: YamlEntry): string {
  manifest.allowOnly('the manifest', ['schema_url', 'description', 'stability', 'dependencies']);
  manifest.text('description', 'the manifest');
  readStability(manifest, 'the manifest');
  for (const dependency of manifest.entries('dependencies')) {
    dependency.allowOnly('dependency of the manifest', ['schema_url', 'registry_path']);
  }
  const url = manifest.text('schema_url', 'the manifest');
  if (url !== '' && !/^https?:\/\/[^/]+\/.+\/\d+\.\d+\.\d+(-[a-z]+)?$/.test(url)) {
    manifest.report(
      `schema URL \`${url}\` is not of the form https://<host>/schemas/<family>/<version>: correct it`,
      'schema_url',
    );
  }
  return url;
}
