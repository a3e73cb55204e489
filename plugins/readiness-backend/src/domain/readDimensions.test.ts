import { byName, component, fact, NOW } from '../__testUtils__/samples';
import { evaluateScorecard } from './evaluateScorecard';
import { readScorecardConfig } from './readScorecardConfig';
import { toDefinition } from './scorecardContent';

const onCall = {
  title: 'On call',
  value: { function: 'at-least', fact: 'team.on_call', minimum: 2 },
};
const path = 'readiness.scorecards.prs.dimensions';

function read(dimensions: unknown, weights: object = { on_call: 1 }) {
  return readScorecardConfig('prs', { weights, dimensions });
}

describe('dimensions of a scorecard', () => {
  it('stand beside the built-in ones, and are judged like them', () => {
    const content = read(
      {
        on_call: {
          ...onCall,
          measure: 'people on call',
          nextStep: 'Name a second person.',
          documentationUrl: 'https://handbook.example.org/on-call',
          boundToCommit: true,
        },
        owners: {
          title: 'Code owners',
          value: { function: 'is-true', fact: 'repo.has_codeowners' },
        },
      },
      { coverage: 0.5, on_call: 0.3, owners: 0.2 },
    );
    expect(content.dimensions[1]).toEqual({
      name: 'on_call',
      title: 'On call',
      weight: 0.3,
      value: { function: 'at-least', fact: 'team.on_call', minimum: 2 },
      boundToCommit: true,
      measure: 'people on call',
      nextStep: 'Name a second person.',
      documentationUrl: 'https://handbook.example.org/on-call',
    });
    const score = evaluateScorecard({
      definition: toDefinition(content, 1),
      tenant: 'default',
      entityRef: 'component:default/gateway',
      environment: 'production',
      entity: component('gateway'),
      facts: byName([
        fact('team.on_call', 1),
        fact('repo.has_codeowners', true),
        fact('test.coverage.lines', 0.8),
      ]),
      now: NOW,
    });
    expect(score.score).toBeCloseTo(0.7, 12);
    expect(
      score.dimensions.map(({ name, verdict, nextStep }) => [
        name,
        verdict,
        nextStep,
      ]),
    ).toEqual([
      ['coverage', 'passed', undefined],
      ['on_call', 'failed', 'Name a second person.'],
      ['owners', 'passed', undefined],
    ]);
  });

  it.each([
    { function: 'linear', fact: 'a.b', zeroAt: 10, fullAt: 0 },
    {
      function: 'recency',
      fact: 'a.b_at',
      fullDays: 7,
      zeroDays: 30,
      requires: 'a.c',
      lastOutcomeFact: 'a.d',
      failedCap: 0.25,
    },
    { function: 'fresh-kinds', kinds: ['sbom'] },
    { function: 'is-true', fact: 'a.b' },
    { function: 'at-most', fact: 'a.b', maximum: 0 },
  ])('take the function $function as it is written', value => {
    const { dimensions } = read({ on_call: { title: 'On call', value } });
    expect(dimensions[0].value).toEqual(value);
  });

  it.each<[string, unknown, string]>([
    [
      'a list',
      [],
      `${path} must be an object of names and values, and is a list`,
    ],
    [
      'a built-in name',
      { coverage: onCall },
      `${path}.coverage is a built-in dimension and cannot be defined anew: choose another name`,
    ],
    [
      'a name in capitals',
      { 'On Call': onCall },
      `${path}.On Call: the name of a dimension starts with a lower-case letter`,
    ],
    [
      'no weight',
      { on_call: onCall, spare: onCall },
      `${path} names the text "spare", which has no weight.`,
    ],
    [
      'no title',
      { on_call: { value: onCall.value } },
      `${path}.on_call.title must be a text of 1 to 100 characters, and is undefined`,
    ],
    [
      'an unknown field',
      { on_call: { ...onCall, weigth: 1 } },
      `${path}.on_call has a field "weigth" that is not known.`,
    ],
    [
      'an unknown function',
      { on_call: { ...onCall, value: { function: 'at-lest' } } },
      `${path}.on_call.value.function is the text "at-lest", which is no value function. Did you mean at-least`,
    ],
    [
      'a field of another function',
      { on_call: { ...onCall, value: { ...onCall.value, maximum: 3 } } },
      `${path}.on_call.value has a field "maximum" that is not known.`,
    ],
    [
      'no fact name',
      { on_call: { ...onCall, value: { ...onCall.value, fact: 'On call' } } },
      `${path}.on_call.value.fact must be the name of a fact, and is the text "On call"`,
    ],
    [
      'a limit that is no number',
      { on_call: { ...onCall, value: { ...onCall.value, minimum: '2' } } },
      `${path}.on_call.value.minimum must be a number, and is the text "2"`,
    ],
    [
      'a line without slope',
      {
        on_call: {
          ...onCall,
          value: { function: 'linear', fact: 'a.b', zeroAt: 1, fullAt: 1 },
        },
      },
      `${path}.on_call.value: zeroAt and fullAt are both 1, and must differ. For all or nothing use at-least or at-most`,
    ],
    [
      'days in the wrong order',
      {
        on_call: {
          ...onCall,
          value: { function: 'recency', fact: 'a.b', fullDays: 9, zeroDays: 9 },
        },
      },
      `${path}.on_call.value: fullDays must be at least 0, and zeroDays above it`,
    ],
    [
      'an address of another kind',
      { on_call: { ...onCall, documentationUrl: 'ftp://example.org/on-call' } },
      `${path}.on_call.documentationUrl must be an address that begins with https://`,
    ],
    [
      'a word for yes',
      { on_call: { ...onCall, boundToCommit: 'yes' } },
      `${path}.on_call.boundToCommit must be true or false, and is the text "yes"`,
    ],
    [
      'too many',
      Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`d${n}`, {}])),
      `${path} must name at most 30 dimensions, and names 31`,
    ],
  ])('refuse %s', (_, dimensions, message) => {
    expect(() => read(dimensions)).toThrow(message);
  });
});
