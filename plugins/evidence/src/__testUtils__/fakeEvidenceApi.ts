import { EvidenceApi } from '../api';
import { sampleFacets, sampleFact, sampleRecord } from './sampleRecords';

/** Two records of the sample service; one of them of a run whose address is no web address. */
export function fakeEvidenceApi(overrides: Partial<EvidenceApi> = {}) {
  const records = [
    sampleRecord(),
    sampleRecord({
      id: 'record-2',
      kind: 'tests',
      format: 'junit',
      runUrl: ['javascript', 'alert(1)'].join(':'),
      run: '117',
      freshUntil: undefined,
      environment: 'staging',
    }),
  ];
  return {
    getRecords: jest.fn(async () => ({ items: records, totalItems: 2 })),
    getRecordFacets: jest.fn(async () => sampleFacets()),
    getRecord: jest.fn(async (id: string) => ({
      ...(records.find(record => record.id === id) ?? sampleRecord({ id })),
      facts: [sampleFact()],
    })),
    getFacts: jest.fn(async () => ({ items: [] })),
    previewContent: jest.fn(async () => ({
      text: '<img src=x onerror=alert(1)>',
      truncated: true,
    })),
    downloadContent: jest.fn(async () => new Blob(['TN:'])),
    ...overrides,
  } satisfies EvidenceApi;
}

/** An answer of the backend that is an error, such as 403. */
export const refusal = (statusCode: number) =>
  Object.assign(new Error('no'), { statusCode });
