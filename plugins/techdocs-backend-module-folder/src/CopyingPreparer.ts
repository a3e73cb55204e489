import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyPages } from './copyPages';
import { digestOf } from './digestOf';

/**
 * Hands out a copy of the pages where the preparer of TechDocs would hand out the folder itself. So the folder stays as
 * it is (rendering rewrites `mkdocs.yml`), it may be a whole repository (rendering looks at every file of it), and pages
 * that have not changed are not rendered again.
 */
export class CopyingPreparer implements PreparerBase {
  readonly #inner: PreparerBase;

  constructor(inner: PreparerBase) {
    this.#inner = inner;
  }

  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  /** @throws NotModifiedError where the pages are those of `options.etag` */
  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const found = await this.#inner.prepare(entity, options);
    if (found.etag !== '') {
      return found; // From a web address: a copy already, with a version of its own.
    }
    const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'techdocs-'));
    try {
      await copyPages(found.preparedDir, copy);
      const etag = await digestOf(copy);
      if (etag === options?.etag) {
        throw new NotModifiedError('The pages have not changed');
      }
      return { preparedDir: copy, etag };
    } catch (error) {
      await fs.rm(copy, { recursive: true, force: true });
      throw error;
    }
  }
}
