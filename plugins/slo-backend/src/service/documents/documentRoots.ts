import path from 'node:path';
import { Config } from '@backstage/config';

/**
 * The folders of this machine that documents of entities are read from: those of `slo.folders`, and those that the catalog reads descriptors
 * from by the configuration.
 *
 * @param config - all of the configuration
 */
export function documentRoots(
  config: Config,
  folders: readonly string[],
): string[] {
  const targets = (config.getOptionalConfigArray('catalog.locations') ?? [])
    .filter(location => location.getOptionalString('type') === 'file')
    .map(location => fixedFolder(location.getString('target')));
  const services = config.getOptionalString('catalog.providers.folder.root');
  return [
    ...new Set([...folders, ...targets, ...(services ? [services] : [])]),
  ];
}

/** The folder of a file; of a pattern, the part before the first wildcard. */
function fixedFolder(target: string): string {
  const [fixed] = target.split(/[*?[{]/, 1);
  return path.dirname(fixed === target ? target : `${fixed}x`);
}
