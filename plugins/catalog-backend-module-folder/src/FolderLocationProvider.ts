import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  LocationEntity,
} from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import path from 'node:path';

/**
 * Puts one location into the catalog: `catalog-info.yaml` of each folder directly below `root`. A location of the
 * configuration would do the same, but warns for as long as the folder is empty.
 */
export class FolderLocationProvider implements EntityProvider {
  readonly #target: string;

  /** @param root - absolute, or relative to the working directory */
  constructor(root: string) {
    this.#target = path.resolve(root, '*', 'catalog-info.yaml');
  }

  getProviderName(): string {
    return 'FolderLocationProvider';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const source = `file:${this.#target}`;
    const entity: LocationEntity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: {
        name: 'published-services',
        description: 'Services that templates made, in a folder of this portal',
        annotations: {
          [ANNOTATION_LOCATION]: source,
          [ANNOTATION_ORIGIN_LOCATION]: source,
        },
      },
      spec: { type: 'file', target: this.#target, presence: 'optional' },
    };
    await connection.applyMutation({
      type: 'full',
      entities: [{ entity, locationKey: source }],
    });
  }
}
