import { mockServices } from '@backstage/backend-test-utils';
import { readEvidenceConfig } from './config';
import { earlier, retentionLimits } from './domain/retention';

const read = (evidence: object) =>
  readEvidenceConfig(mockServices.rootConfig({ data: { evidence } as never }));

describe('the configuration of retention', () => {
  it('keeps everything where nothing is configured', () => {
    const { retention, factRetention } = read({});
    expect(retentionLimits(retention, new Date())).toEqual([]);
    expect(factRetention).toBeUndefined();
  });

  it('counts back from now, in days of 24 hours', () => {
    const { retention, factRetention } = read({
      retention: { coverage: { days: 30 }, 'policy-decision': 'P1D' },
      factRetention: { days: 400 },
    });
    const now = new Date('2026-03-31T12:00:00Z');
    expect(retentionLimits(retention, now)).toEqual([
      { kind: 'coverage', receivedBefore: new Date('2026-03-01T12:00:00Z') },
      {
        kind: 'policy-decision',
        receivedBefore: new Date('2026-03-30T12:00:00Z'),
      },
    ]);
    expect(earlier(now, factRetention!)).toEqual(
      new Date('2025-02-24T12:00:00Z'),
    );
  });

  it.each([
    [{ retention: { selfie: { days: 1 } } }, 'evidence.retention'],
    [{ retention: { tests: { days: 0 } } }, 'evidence.retention.tests'],
    [{ factRetention: { days: -1 } }, 'evidence.factRetention'],
    [{ freshness: { kinds: { tests: { days: 0 } } } }, 'freshness.kinds.tests'],
  ])('refuses %j', (evidence, key) => {
    expect(() => read(evidence)).toThrow(key);
  });
});

describe('the configuration of producers', () => {
  const withFacts = (facts: string[]) =>
    read({
      producers: [
        {
          subject: 'ci-sample',
          entities: ['gateway'],
          kinds: ['facts'],
          environments: ['production'],
          facts,
        },
      ],
    });

  it('takes names and patterns', () => {
    const { producers } = withFacts(['chaos.*', '*']);
    expect(producers[0].facts).toEqual(['chaos.*', '*']);
  });

  it.each(['slo.adherence', 'slo.*'])(
    'refuses %s, and says what to do instead',
    pattern => {
      expect(() => withFacts(['chaos.*', pattern])).toThrow(
        `evidence.producers[0].facts: '${pattern}' cannot be declared by a producer: 'slo' facts are told by the slo plugin. Define objectives in OpenSLO and push what they count with 'conductor slo push'`,
      );
    },
  );
});
