import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { inRoot } from './lib/paths.mjs';

const templates = fs.readdirSync(inRoot('scripts/templates'));

function dependenciesOf(file) {
  const { dependencies, devDependencies } = JSON.parse(
    fs.readFileSync(file, 'utf8'),
  );
  return Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, range]) => !range.startsWith('workspace:'),
  );
}

/** What the packages of the repository ask for, by name. */
function rangesInUse() {
  const ranges = new Map();
  for (const folder of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(inRoot(folder))) {
      const file = inRoot(folder, name, 'package.json');
      if (!fs.existsSync(file)) continue;
      for (const [dependency, range] of dependenciesOf(file)) {
        ranges.set(
          dependency,
          (ranges.get(dependency) ?? new Set()).add(range),
        );
      }
    }
  }
  return ranges;
}

test('the templates of `yarn new` ask for the versions that the other packages ask for', () => {
  const inUse = rangesInUse();
  assert.equal(templates.length, 3);
  for (const template of templates) {
    const file = inRoot('scripts/templates', template, 'package.json.hbs');
    const differing = dependenciesOf(file).filter(
      ([name, range]) => !inUse.get(name)?.has(range),
    );
    assert.deepEqual(differing, [], `${template}/package.json.hbs`);
  }
});
