import fc from 'fast-check';
import { unpaced } from '../reader/unpaced';
import { bytes } from '../testUtils/bytes';
import { factsOf } from '../testUtils/factsOf';
import { realFiles } from '../testUtils/realFiles';
import { junitReader } from './junitReader';

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="s" tests="900" failures="0" timestamp="2026-02-03T10:00:00+02:00">
    <testcase name="ok" time="1.5"/>
    <testcase name="bad" time="0.25"><failure message="1 &lt; 2"/><error/></testcase>
    <testcase name="later"><skipped/></testcase>
    <testcase name="off" status="disabled"/>
    <testcase name="flaky" time="1,000.25"><flakyFailure/><system-out><![CDATA[<failure/>]]></system-out></testcase>
  </testsuite>
</testsuites>`;

describe('junitReader', () => {
  it('counts from the testcases, whatever the suite claims', async () => {
    expect(await junitReader.read(bytes(REPORT), unpaced)).toEqual({
      status: 'ok',
      observedAt: '2026-02-03T08:00:00.000Z',
      facts: [
        { name: 'test.total', type: 'number', value: 5, unit: 'count' },
        { name: 'test.passed', type: 'number', value: 2, unit: 'count' },
        { name: 'test.failed', type: 'number', value: 1, unit: 'count' },
        { name: 'test.skipped', type: 'number', value: 1, unit: 'count' },
        { name: 'test.disabled', type: 'number', value: 1, unit: 'count' },
        { name: 'test.duration', type: 'number', value: 1_002_000, unit: 'ms' },
      ],
    });
  });

  it('reads a suite at the root, nested suites, and a failure beside skipped as failed', async () => {
    const facts = await factsOf(
      junitReader,
      '<testsuite><testsuite><testcase><skipped/><failure/></testcase><testcase><failure/><skipped/></testcase></testsuite><testcase/></testsuite>',
    );
    expect(facts).toEqual({
      'test.total': 3,
      'test.passed': 1,
      'test.failed': 2,
      'test.skipped': 0,
      'test.disabled': 0,
    });
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'counts a test of the unknown status %s as one that ran',
    async status => {
      expect(
        await factsOf(
          junitReader,
          `<testsuite><testcase status="${status}" result="${status}"/></testsuite>`,
        ),
      ).toMatchObject({ 'test.total': 1, 'test.passed': 1 });
    },
  );

  it('counts a suite that broke outside its tests as a failure', async () => {
    const facts = await factsOf(
      junitReader,
      '<testsuite><error message="set-up"/><testcase/></testsuite>',
    );
    expect(facts).toMatchObject({ 'test.total': 2, 'test.failed': 1 });
  });

  it('gives no time where the report names one without an offset', async () => {
    const result = await junitReader.read(
      bytes(
        '<testsuite timestamp="2026-02-03T10:00:00"><testcase/></testsuite>',
      ),
      unpaced,
    );
    expect(result).toMatchObject({ status: 'ok', observedAt: undefined });
  });

  it.each([
    ['<testsuite><testcase/></testsuit', 'line 1'],
    ['<testsuite>\n<testcase name="a>\n</testsuite>', 'line'],
    ['<testsuite><testcase>&nbsp;</testcase></testsuite>', 'line 1'],
    ['<testsuite><testcase/></testsuite><testsuite/>', 'line 1'],
    ['<testsuite tests="3"></testsuite>', 'testcase'],
    ['<testsuite><testcase time="-1"/></testsuite>', 'testcase[0].time'],
    ['<testsuite><testcase time="NaN"/></testsuite>', 'testcase[0].time'],
    ['<testsuite><testcase time="1e999"/></testsuite>', 'testcase[0].time'],
    [
      `<testsuite><testcase time="${'1'.repeat(65)}"/></testsuite>`,
      'testcase[0].time',
    ],
    [
      '<testsuite><testcase/><testcase><testcase/></testcase></testsuite>',
      'testcase[1]',
    ],
  ])('refuses %s', async (text, field) => {
    expect(await junitReader.read(bytes(text), unpaced)).toMatchObject({
      status: 'invalid',
      field: expect.stringContaining(field),
    });
  });

  it.each([
    ['another root', '<coverage><testcase/></coverage>'],
    ['a web page', '<!DOCTYPE html><html><body>testsuite</body></html>'],
    ['broken XML of something else', '<?xml version="1.0"?><'],
    ['JSON', '{"testsuite": 1}'],
    ['nothing', ''],
  ])('does not take %s for its own', async (_, text) => {
    expect(await junitReader.read(bytes(text), unpaced)).toEqual({
      status: 'not-recognised',
    });
  });

  it.each([
    [
      'entities that multiply',
      `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><testsuite><testcase name="&b;"/></testsuite>`,
    ],
    [
      'entities that multiply, in any document',
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">]><lolz>&a;</lolz>`,
    ],
    [
      'an external entity',
      `<!DOCTYPE testsuite [<!ENTITY f SYSTEM "file:///etc/passwd">]><testsuite><testcase>&f;</testcase></testsuite>`,
    ],
  ])('refuses %s', async (_, text) => {
    expect(await junitReader.read(bytes(text), unpaced)).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('DOCTYPE'),
    });
  });

  it.each([
    [
      'depth',
      `<testsuite>${'<testsuite>'.repeat(200_000)}`,
      'more than 64 deep',
    ],
    [
      'attributes',
      `<testsuite ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(
        ' ',
      )}/>`,
      'more than 64 attributes',
    ],
    [
      'text in one tag',
      `<testsuite><testcase name="${'x'.repeat(5_000_000)}"/></testsuite>`,
      'more than 4194304 characters',
    ],
    [
      'elements',
      `<testsuite>${'<a/>'.repeat(2_000_001)}</testsuite>`,
      'more than 2000000 elements',
    ],
  ])('refuses too much %s', async (_, text, message) => {
    expect(await junitReader.read(bytes(text), unpaced)).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining(message),
    });
  });

  it('never reads a cut file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: REPORT.length - 1 }), async length => {
        const { status } = await junitReader.read(
          bytes(REPORT.slice(0, length)),
          unpaced,
        );
        expect(status).not.toBe('ok');
      }),
    );
  });
});

describe('junitReader on real files', () => {
  const files = realFiles('junit');
  if (!files) {
    it('needs CONDUCTOR_TEST_DATA, which is not set: nothing checked', () => {
      expect(process.env.CONDUCTOR_TEST_DATA).toBeFalsy();
    });
    return;
  }

  it.each(files)('agrees with an independent count of $name', async file => {
    const { testcases, withFailure, withError, skipped } =
      file.expected as Record<string, number>;
    expect(await factsOf(junitReader, file.content)).toMatchObject({
      'test.total': testcases,
      'test.failed': withFailure + withError,
      'test.skipped': skipped,
    });
  });

  it('does not count tests that were disabled as passed', async () => {
    const file = files.find(({ name }) => name === 'gtest-disabled.xml');
    expect(await factsOf(junitReader, file!.content)).toMatchObject({
      'test.total': 31,
      'test.failed': 20,
      'test.disabled': 5,
      'test.passed': 6,
    });
  });
});
