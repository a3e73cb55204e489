import { readScorecardConfig } from './readScorecardConfig';
import { DEFAULT_SCORECARD } from './readSettings';
import { contentDigest } from './scorecardContent';

const weights = { coverage: 0.5, slo: 0.5 };

describe('readScorecardConfig', () => {
  it('needs weights only, and fills in what is documented', () => {
    const content = readScorecardConfig('prs', DEFAULT_SCORECARD.value);
    expect(content).toMatchObject({
      name: 'prs',
      title: 'Production Readiness Score',
      threshold: 0.9,
      levels: [
        { name: 'bronze', minimum: 0.5 },
        { name: 'silver', minimum: 0.75 },
        { name: 'gold', minimum: 0.9 },
      ],
      filter: { kind: 'component' },
    });
    expect(
      Object.fromEntries(content.dimensions.map(d => [d.name, d.weight])),
    ).toEqual({
      coverage: 0.25,
      slo: 0.25,
      evidence: 0.2,
      runbooks: 0.1,
      chaos_recency: 0.1,
      k6_recency: 0.1,
    });
  });

  it('takes weights that sum to 1 but for what binary numbers cannot hold', () => {
    const tenths = {
      coverage: 0.1,
      slo: 0.2,
      evidence: 0.3,
      runbooks: 0.2,
      chaos_recency: 0.1,
      k6_recency: 0.1,
    };
    expect(
      readScorecardConfig('prs', { weights: tenths }).dimensions,
    ).toHaveLength(6);
  });

  it('gives the same digest whatever the order of the weights', () => {
    const one = readScorecardConfig('prs', { weights });
    const other = readScorecardConfig('prs', {
      weights: { slo: 0.5, coverage: 0.5 },
    });
    expect(contentDigest(one)).toBe(contentDigest(other));
  });

  it('gives the same digest to the same rule in other words, another to another rule', () => {
    const digest = contentDigest(readScorecardConfig('prs', { weights }));
    const titled = readScorecardConfig('prs', { weights, title: 'Ready?' });
    const lower = readScorecardConfig('prs', { weights, threshold: 0.8 });
    expect(contentDigest(titled)).toBe(digest);
    expect(contentDigest(lower)).not.toBe(digest);
  });

  it.each([
    [
      'no weights',
      {},
      /^readiness\.scorecards\.prs\.weights is missing: name the dimensions/,
    ],
    [
      'weights that are a list',
      { weights: [1] },
      /weights must be an object of names and values, and is a list/,
    ],
    [
      'nothing at all',
      null,
      /prs must be an object of names and values, and is null/,
    ],
    [
      'too little',
      { weights: { coverage: 0.5, slo: 0.4 } },
      /weights must sum to 1, and sum to 0\.9: change them by 0\.1 in all/,
    ],
    [
      'too much',
      { weights: { coverage: 0.5, slo: 0.6 } },
      /sum to 1\.1: change them by -0\.1/,
    ],
    [
      'just too little',
      { weights: { coverage: 0.5, slo: 0.499999998 } },
      /must sum to 1/,
    ],
    ['an empty set', { weights: {} }, /must sum to 1, and sum to 0/],
    [
      'a name nearly right',
      { weights: { covrage: 1 } },
      /names the text "covrage", which is no dimension\. Did you mean coverage\?/,
    ],
    ['half a name', { weights: { chaos: 1 } }, /Did you mean chaos_recency\?/],
    [
      'a strange name',
      { weights: { zzzzzzzzzzzz: 1 } },
      /Known are: coverage, slo, evidence/,
    ],
    [
      'NaN',
      { weights: { coverage: NaN } },
      /weights\.coverage must be a number above 0 and at most 1, and is NaN/,
    ],
    [
      'a negative weight',
      { weights: { coverage: 1.5, slo: -0.5 } },
      /weights\.coverage must be .* and is 1\.5/,
    ],
    [
      'zero',
      { weights: { coverage: 1, slo: 0 } },
      /weights\.slo .* is 0\. To leave the dimension out, remove the line/,
    ],
    [
      'text',
      { weights: { coverage: '1' } },
      /weights\.coverage .* is the text "1"/,
    ],
    [
      'a threshold in percent',
      { weights, threshold: 90 },
      /threshold must be a number from 0 to 1, and is 90\. Write 90 % as 0\.9/,
    ],
    [
      'a negative threshold',
      { weights, threshold: -0.1 },
      /threshold must be a number from 0 to 1/,
    ],
    [
      'a threshold that is none',
      { weights, threshold: NaN },
      /threshold .* is NaN/,
    ],
    [
      'levels that fall',
      { weights, levels: { silver: 0.75, bronze: 0.5 } },
      /levels\.bronze is 0\.5 and must be above silver, which is 0\.75/,
    ],
    [
      'equal levels',
      { weights, levels: { a: 0.5, b: 0.5 } },
      /levels\.b is 0\.5 and must be above a/,
    ],
    [
      'no level',
      { weights, levels: {} },
      /levels must name 1 to 10 levels, and names 0/,
    ],
    [
      'a level beyond 1',
      { weights, levels: { top: 2 } },
      /levels\.top must be a number from 0 to 1/,
    ],
    [
      'a level with a strange name',
      { weights, levels: { 'A B': 0.5 } },
      /the name of a level starts with/,
    ],
    [
      'unknown evidence',
      { weights, requiredEvidence: ['coverge'] },
      /requiredEvidence\[0\] is the text "coverge", which is no kind of evidence\. Did you mean coverage\?/,
    ],
    [
      'evidence twice',
      { weights, requiredEvidence: ['load', 'load'] },
      /requiredEvidence\[1\] names load a second time/,
    ],
    [
      'no evidence',
      { weights, requiredEvidence: [] },
      /requiredEvidence must be a list of at least one kind of evidence, and is empty/,
    ],
    [
      'evidence as text',
      { weights, requiredEvidence: 'load' },
      /must be a list .* is the text "load"/,
    ],
    [
      'a filter that is none',
      { weights, filter: 'component' },
      /filter must be a catalog filter predicate/,
    ],
    [
      'an unknown operator',
      { weights, filter: { kind: { $like: 'x' } } },
      /filter must be a catalog filter predicate/,
    ],
    [
      'an unknown field',
      { weights, treshold: 0.9 },
      /has a field "treshold" that is not known\. Did you mean threshold\?/,
    ],
    [
      'a title too long',
      { weights, title: 'x'.repeat(101) },
      /title must be a text of 1 to 100 characters/,
    ],
    [
      'a dimension that is not weighed',
      { weights, appliesTo: { runbooks: {} } },
      /appliesTo names the text "runbooks", which has no weight/,
    ],
  ])('refuses %s', (_, value, message) => {
    expect(() => readScorecardConfig('prs', value)).toThrow(message);
  });

  it('refuses a name that no key can be', () => {
    expect(() => readScorecardConfig('P R S', { weights })).toThrow(
      /The name of a scorecard starts with a lower-case letter/,
    );
  });

  it('refuses a filter nested deeply, at once', () => {
    let filter: object = { kind: 'component' };
    for (let level = 0; level < 5000; level++) filter = { $not: filter };
    expect(() =>
      readScorecardConfig('prs', { weights: { slo: 1 }, filter }),
    ).toThrow(/filter must not be nested more than 12 deep/);
  });
});
