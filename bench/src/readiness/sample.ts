import { Entity } from '@backstage/catalog-model';

/** How much there is of everything. */
export interface SampleSize {
  components: number;
  groups: number;
}

/** Each group has as many groups below it. */
const BRANCHES = 5;
const LIFECYCLES = ['production', 'experimental', 'deprecated'];
const TAGS = ['java', 'go', 'python', 'typescript'];
/** Of so many components, the measuring person may see all but one. */
const CLOSED_EVERY = 20;
const LOCATION = 'url:https://bench.example.com/catalog-info.yaml';

/** Marks what the measuring person may see. */
export const OPEN_LABEL = 'bench.example.com/open';
/** The person in whose name lists are asked for. */
export const PERSON = 'user:default/bea.bench';

const padded = (index: number) => `${index}`.padStart(5, '0');
const groupName = (index: number) => `group-${padded(index)}`;
const located = {
  'backstage.io/managed-by-location': LOCATION,
  'backstage.io/managed-by-origin-location': LOCATION,
};

/** Ref of the component with this number, from 0 on. */
export function componentRef(index: number): string {
  return `component:default/service-${padded(index)}`;
}

/** Refs of the first components. */
export function componentRefs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => componentRef(index));
}

function group(index: number): Entity {
  const parent =
    index === 0 ? undefined : groupName(Math.floor((index - 1) / BRANCHES));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: groupName(index), annotations: located },
    spec: { type: 'team', children: [], ...(parent && { parent }) },
  };
}

function component(index: number, groups: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `service-${padded(index)}`,
      title: `Service ${index}`,
      description: 'A service of an organisation that is only measured.',
      annotations: located,
      tags: [TAGS[index % TAGS.length], index % 2 ? 'internal' : 'external'],
      labels: index % CLOSED_EVERY ? { [OPEN_LABEL]: 'true' } : {},
    },
    spec: {
      type: 'service',
      lifecycle: LIFECYCLES[index % LIFECYCLES.length],
      owner: groupName(index % groups),
    },
  };
}

/** The catalog: groups that lie in each other (the first holds all), the person in the second, components spread evenly. */
export function sampleEntities(size: SampleSize): Entity[] {
  return [
    ...Array.from({ length: size.groups }, (_, index) => group(index)),
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'bea.bench', annotations: located },
      spec: { memberOf: [groupName(1)] },
    },
    ...Array.from({ length: size.components }, (_, index) =>
      component(index, size.groups),
    ),
  ];
}
