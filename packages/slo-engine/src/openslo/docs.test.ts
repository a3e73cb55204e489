import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOpenSlo } from './readOpenSlo';

const PAGE = resolve(__dirname, '../../../../docs/how-to/define-objectives.md');

/** The YAML blocks of the page, without the indentation of the list that they stand in. */
const blocks = [
  ...readFileSync(PAGE, 'utf8').matchAll(/^( *)```yaml\n([^]*?)^ *```$/gm),
].map(([, indent, text]) => text.replace(new RegExp(`^${indent}`, 'gm'), ''));

const block = (start: string) => {
  const found = blocks.find(text => text.startsWith(start));
  if (!found)
    throw new Error(`The page has no block that begins with ${start}`);
  return found;
};
const slo = block('apiVersion: openslo/v1\nkind: SLO');

/** The SLO with another field of `spec`. */
function withField(fragment: string): string {
  const [name] = fragment.split(':');
  const rest = slo.replace(
    new RegExp(`^  ${name}:.*\\n(?: {4}.*\\n)*`, 'm'),
    '',
  );
  return rest + fragment.replace(/^(?=.)/gm, '  ');
}

describe('what the page about objectives shows', () => {
  it.each([
    ['an SLO', slo],
    ['a calendar month', withField(block('timeWindow'))],
    ['a policy', withField(block('alertPolicies'))],
    [
      'samples that are pushed',
      slo.replace(
        /^ {6}ratioMetric:\n(?: {8}.*\n)*/m,
        block('ratioMetric').replace(/^(?=.)/gm, '      '),
      ),
    ],
  ])('%s reads without a problem', (_, text) => {
    const { objectives, problems } = readOpenSlo([{ file: 'slo.yaml', text }]);
    expect(problems).toEqual([]);
    expect(objectives).toHaveLength(1);
  });

  it('a data source reads without a problem', () => {
    const text = block('apiVersion: openslo/v1\nkind: DataSource');
    const { dataSources, problems } = readOpenSlo([{ file: 'a.yaml', text }]);
    expect(problems).toEqual([]);
    expect(dataSources).toHaveLength(1);
  });
});
