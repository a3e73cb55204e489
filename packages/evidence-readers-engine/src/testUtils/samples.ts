/** The least of each format that can be read, by format. */
export const SAMPLES = {
  lcov: 'SF:a\nDA:1,1\nend_of_record\n',
  junit: '<testsuite><testcase/></testsuite>',
  'k6-summary': '{"metrics":{"http_reqs":{"count":1}}}',
  chaostoolkit: JSON.stringify({
    'chaoslib-version': '1.44.0',
    experiment: {},
    start: '2026-03-01T10:00:00Z',
    status: 'completed',
    deviated: false,
    steady_states: { before: null, after: { steady_state_met: true } },
    run: [{ activity: { type: 'action' }, status: 'succeeded' }],
    end: '2026-03-01T10:00:01Z',
  }),
  facts: '{"facts":{"policy.coverage":1}}',
};
