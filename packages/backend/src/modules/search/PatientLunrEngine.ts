import {
  LunrSearchEngine,
  LunrSearchEngineIndexer,
  MissingIndexError,
} from '@backstage/plugin-search-backend-node';
import {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';

/**
 * Backstage's engine makes no index of a type without documents, and answers a search for it with 500: so it is for the docs until
 * somebody opens the first of them. Here such a type has an empty index once it was read, and nothing is found. Before it was read,
 * the answer is 503: nothing is known yet.
 */
export class PatientLunrEngine extends LunrSearchEngine {
  async getIndexer(type: string): Promise<LunrSearchEngineIndexer> {
    const indexer = await super.getIndexer(type);
    // Not reached where reading failed; what an index holds already is kept, as the engine does.
    indexer.once('finish', () => {
      this.lunrIndices[type] ??= indexer.buildIndex();
    });
    return indexer;
  }

  async query(query: SearchQuery): Promise<IndexableResultSet> {
    try {
      return await super.query(query);
    } catch (error) {
      if (!(error instanceof MissingIndexError)) throw error;
      throw Object.assign(
        new MissingIndexError(
          'Search is being prepared: nothing of what was asked for was read since the start. Try again in a minute.',
          error,
        ),
        // The router passes on this kind of error alone, and its status is taken from here.
        { statusCode: 503 },
      );
    }
  }
}
