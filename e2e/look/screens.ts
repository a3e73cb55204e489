import { Locator, Page } from '@playwright/test';

/** A screen of the suite with the sample organisation's data. */
export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen has its data. */
  shows(page: Page): Locator;
}

const service = (name: string, tab = '') =>
  `/catalog/default/component/${name}${tab}`;
const table = (name: string) => (page: Page) =>
  page.getByRole('table', { name, exact: true }).getByRole('rowheader').first();
const heading = (name: string) => (page: Page) =>
  page.getByRole('heading', { name }).first();

export const SCREENS = {
  home: {
    name: 'home',
    path: '/home',
    shows: heading('My services'),
  },
  catalog: {
    name: 'catalog',
    path: '/catalog?filters[kind]=component&filters[user]=all',
    shows: page => page.getByRole('link', { name: 'Gateway' }).first(),
  },
  service: {
    name: 'service',
    path: service('policy-reasoner'),
    shows: page =>
      page
        .getByRole('region', { name: 'Production readiness' })
        .getByText(/Silver|Bronze|Below/)
        .first(),
  },
  readinessGold: {
    name: 'readiness of a service that is ready',
    path: service('gateway', '/readiness'),
    shows: table('Dimensions'),
  },
  readinessFailing: {
    name: 'readiness of a service that is blocked',
    path: service('policy-reasoner', '/readiness'),
    shows: table('Dimensions'),
  },
  readinessUnknown: {
    name: 'readiness of a service with little evidence',
    path: service('switchboard', '/readiness'),
    shows: table('Dimensions'),
  },
  evidence: {
    name: 'evidence',
    path: service('gateway', '/evidence'),
    shows: table('Evidence records'),
  },
  teams: {
    name: 'teams',
    path: '/readiness',
    shows: table('Teams'),
  },
  heatMap: {
    name: 'heat map',
    path: '/readiness?view=heat-map',
    shows: table('Teams by dimensions'),
  },
  services: {
    name: 'services',
    path: '/readiness?view=services',
    shows: table('Services'),
  },
  nothing: {
    name: 'services, filtered to nothing',
    path: '/readiness?view=services&search=nothing-is-called-so',
    shows: page => page.getByText(/No service matches/).first(),
  },
  group: {
    name: 'group',
    path: '/catalog/default/group/trust-team',
    shows: page => page.getByRole('link', { name: 'Policy Reasoner' }).first(),
  },
  create: {
    name: 'create',
    path: '/create',
    shows: page => page.getByRole('button', { name: /choose/i }).first(),
  },
  docs: {
    name: 'docs',
    path: '/docs',
    shows: heading('Documentation'),
  },
  api: {
    name: 'api',
    path: '/catalog/default/api/maestro-conductor-readiness',
    shows: heading('maestro-conductor-readiness'),
  },
} satisfies Record<string, Screen>;

/** Goes to a screen and waits until it has its data. */
export async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await screen.shows(page).waitFor();
}
