import { FACT_NAME_PATTERN } from '@maestro-conductor/plugin-evidence-common';

/** The first segment of a fact's name says which plugin answers for its meaning. */
const OWNERS: ReadonlyMap<string, string> = new Map([
  ['test', 'evidence'],
  ['load', 'evidence'],
  ['chaos', 'evidence'],
  ['sbom', 'evidence'],
  ['scan', 'evidence'],
  ['policy', 'evidence'],
  ['provenance', 'evidence'],
  ['evidence', 'evidence'],
  ['repo', 'evidence'],
  ['catalog', 'evidence'],
  ['cost', 'evidence'],
  ['slo', 'slo'],
  ['lineage', 'lineage'],
  ['compliance', 'compliance'],
  ['marketplace', 'marketplace'],
  ['ci', 'ci'],
]);

/** Segments that this backend works out itself; nobody may push them. */
const DERIVED = new Set(['evidence', 'catalog']);

/** Plugins that tell their facts themselves, with what a pipeline does instead of declaring them. */
const TOLD_BY_PLUGIN: ReadonlyMap<string, string> = new Map([
  [
    'slo',
    "Define objectives in OpenSLO and push what they count with 'conductor slo push'; the plugin works the facts out.",
  ],
]);

/**
 * What to do instead of declaring facts of a name or pattern (`slo.*`) that a plugin tells itself; undefined where it may be declared.
 */
export function insteadOfDeclaring(nameOrPattern: string): string | undefined {
  const [segment] = nameOrPattern.split('.');
  const instead = TOLD_BY_PLUGIN.get(segment);
  return (
    instead &&
    `'${segment}' facts are told by the ${segment} plugin. ${instead}`
  );
}

/** The plugin that owns a fact's name, or undefined where the name is malformed or nobody's. */
export function ownerOfFact(name: string): string | undefined {
  if (name.length > 200 || !FACT_NAME_PATTERN.test(name)) {
    return undefined;
  }
  return OWNERS.get(name.slice(0, name.indexOf('.')));
}

/** What is wrong with a name in a pushed artifact, or undefined where nothing is. */
export function faultOfPushedName(name: string): string | undefined {
  if (name.length > 200 || !FACT_NAME_PATTERN.test(name)) {
    return 'is no fact name: dotted segments of lower-case letters, digits and underscores, at most 200 characters.';
  }
  const segment = name.slice(0, name.indexOf('.'));
  if (!OWNERS.has(segment)) {
    return `begins with '${segment}', which no plugin owns. Known: ${[
      ...OWNERS.keys(),
    ].join(', ')}.`;
  }
  const instead = insteadOfDeclaring(name);
  if (instead) {
    return `cannot be pushed: ${instead}`;
  }
  if (DERIVED.has(segment)) {
    return `cannot be pushed: '${segment}' facts are worked out from the catalog and from what was pushed.`;
  }
  return undefined;
}

/** What is wrong with a name that a collector of catalog facts yields, or undefined where nothing is. */
export function faultOfCollectedName(name: string): string | undefined {
  return ownerOfFact(name) === 'evidence' && !name.startsWith('evidence.')
    ? undefined
    : 'is not a name that a collector may write: its first segment must be one that evidence owns, and not evidence itself.';
}

/**
 * Whether a name matches one of the patterns: a full name, or a prefix of whole segments with `.*` (`slo.*`). A lone `*` matches all.
 */
export function matchesFactPattern(
  name: string,
  patterns: readonly string[],
): boolean {
  return patterns.some(
    pattern =>
      pattern === '*' ||
      pattern === name ||
      (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -1))),
  );
}
