/** An lcov report of one file, of which `hit` lines out of `lines` were run. */
export function lcov(hit: number, lines: number): string {
  const data = Array.from(
    { length: lines },
    (_, index) => `DA:${index + 1},${index < hit ? 1 : 0}`,
  );
  return [
    'SF:src/gateway.ts',
    ...data,
    `LF:${lines}`,
    `LH:${hit}`,
    'end_of_record',
    '',
  ].join('\n');
}

/** A JUnit report with one passed and one failed test. */
export const JUNIT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites><testsuite name="gateway" tests="2" failures="1" time="0.25">
<testcase classname="routes" name="answers" time="0.1"/>
<testcase classname="routes" name="refuses" time="0.15"><failure message="no"/></testcase>
</testsuite></testsuites>`;
