import {
  Change,
  ChangePage,
  EvidenceChangeType,
  Fact,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ChangesGoneError,
  EvidenceService,
  FACT_SHEET_VERSION,
  FactHistoryRequest,
  FactOrigin,
  FactSheetItem,
  FactSheetsRequest,
  FactSheetsResponse,
  LatestFactsRequest,
  updateSheet,
} from '@maestro-conductor/plugin-evidence-node';
import { selectFacts } from '../domain/selectFacts';

/** Evidence in memory, with a feed, that can be made to fail. */
export class FakeEvidence implements EvidenceService {
  failure: Error | undefined;
  /** Calls of getLatestFacts and getFactSheets, by their entity refs. */
  readonly reads: string[][] = [];
  private facts: Fact[] = [];
  private changes: Change<EvidenceChangeType>[] = [];
  private oldest = 1;

  put(...facts: Fact[]) {
    this.facts.push(...facts);
    const touched = new Set(
      facts.map(fact => JSON.stringify([fact.entityRef, fact.environment])),
    );
    for (const key of touched) {
      const [entityRef, environment] = JSON.parse(key);
      this.tell('facts', entityRef, environment);
    }
  }

  tell(type: EvidenceChangeType, entityRef: string, ref = '') {
    const seq = this.changes.length + 1;
    this.changes.push({ seq, tenant: 'default', entityRef, type, ref });
  }

  /** Forgets the feed up to its last change. */
  cutOff() {
    this.oldest = this.changes.length;
  }

  async getLatestFacts(request: LatestFactsRequest): Promise<Fact[]> {
    this.reads.push(request.entityRefs);
    if (this.failure) throw this.failure;
    const { names, environment, commit } = request;
    return request.entityRefs.flatMap(ref => [
      ...selectFacts(
        this.facts.filter(
          fact =>
            fact.entityRef === ref && (!names || names.includes(fact.name)),
        ),
        { environment, commit },
      ).values(),
    ]);
  }

  async getFactSheets(request: FactSheetsRequest): Promise<Uint8Array> {
    const { environment } = request;
    const facts = await this.getLatestFacts({ ...request });
    const items = facts.map((fact): FactSheetItem => {
      const { tenant, entityRef, commit, ref, observedAt, source } = fact;
      const { freshUntil = null, recordId = null } = fact;
      const origin: FactOrigin = [
        commit,
        ref,
        observedAt,
        freshUntil,
        source,
        recordId,
      ];
      const sheet = updateSheet({ origins: [], facts: [] }, [
        { ...fact, origin },
      ]);
      return { tenant, entityRef, environment, sheet };
    });
    const answer: FactSheetsResponse = { version: FACT_SHEET_VERSION, items };
    return Buffer.from(JSON.stringify(answer));
  }

  async getFactHistory(request: FactHistoryRequest): Promise<Fact[]> {
    if (this.failure) throw this.failure;
    const { entityRef, environment, names, from, to } = request;
    return this.facts.filter(
      fact =>
        fact.entityRef === entityRef &&
        ['', environment].includes(fact.environment) &&
        names.includes(fact.name) &&
        fact.observedAt >= from &&
        fact.observedAt < to,
    );
  }

  async getChanges(request: {
    after: number;
    limit?: number;
  }): Promise<ChangePage<EvidenceChangeType>> {
    if (this.failure) throw this.failure;
    const { after, limit = 500 } = request;
    if (after < this.oldest - 1) {
      const gone = new ChangesGoneError('Take a snapshot');
      gone.latest = this.changes.length;
      throw gone;
    }
    const items = this.changes.slice(after, after + limit);
    return { items, next: items.at(-1)?.seq ?? after, oldest: this.oldest };
  }

  /** Readiness reads facts and tells none. */
  async putFacts(): Promise<never> {
    throw new Error('Readiness put facts');
  }
}
