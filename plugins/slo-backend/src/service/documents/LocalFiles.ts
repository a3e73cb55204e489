import { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { OpenSloFile } from '@maestro-conductor/slo-engine';
import { FileCollector } from './FileCollector';
import { isYaml, MOST_DEPTH } from './limits';

/** Reads documents from folders of this machine, and only from those that the configuration names. */
export class LocalFiles {
  readonly #roots: readonly string[];

  /** @param roots - folders, absolute or relative to the working directory */
  constructor(roots: readonly string[]) {
    this.#roots = roots.map(root => path.resolve(root));
  }

  /**
   * A file, or all YAML files of a folder and below it, in the order of their paths. Links out of the folder are not followed.
   *
   * @throws NotFoundError where there is nothing, NotAllowedError outside the folders, InputError where it is too much
   */
  async read(target: string): Promise<OpenSloFile[]> {
    const place = path.resolve(target);
    // What is outside is refused before anybody learns whether it is there.
    this.#assertBelow(place, this.#roots, target);
    const real = await fs.realpath(place).catch(notFound(target));
    const roots = await Promise.all(
      this.#roots.map(root => fs.realpath(root).catch(() => root)),
    );
    this.#assertBelow(real, roots, target);
    const collector = new FileCollector();
    const stat = await fs.stat(real);
    if (stat.isDirectory()) await this.#readFolder(real, collector, 0);
    else await this.#readFile(real, collector);
    return collector.files;
  }

  #assertBelow(place: string, roots: readonly string[], target: string): void {
    const inside = roots.some(root => {
      const way = path.relative(root, place);
      return (
        way === '' || (!path.isAbsolute(way) && way.split(path.sep)[0] !== '..')
      );
    });
    if (inside) return;
    throw new NotAllowedError(
      `${shown(
        target,
      )} is not read: it is below none of the folders of slo.folders, and of no file location of catalog.locations. Move it there, or add its folder to slo.folders`,
    );
  }

  async #readFolder(
    folder: string,
    collector: FileCollector,
    depth: number,
  ): Promise<void> {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
      const place = path.join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isFile() && isYaml(entry.name)) {
        await this.#readFile(place, collector);
      } else if (entry.isDirectory() && depth < MOST_DEPTH) {
        await this.#readFolder(place, collector, depth + 1);
      }
    }
  }

  async #readFile(place: string, collector: FileCollector): Promise<void> {
    const { size } = await fs.stat(place);
    collector.expect(shown(place), size);
    collector.add(shown(place), await fs.readFile(place));
  }
}

/** As people write it in the configuration: relative to the working directory. */
function shown(place: string): string {
  return path.relative(process.cwd(), path.resolve(place)) || '.';
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function notFound(target: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    throw new NotFoundError(`There is no file or folder ${shown(target)}`);
  };
}
