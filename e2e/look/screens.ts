import { Locator, Page } from '@playwright/test';

/** A screen of the suite with the sample organisation's data. */
export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen has its data. */
  shows(page: Page): Locator;
  /** Selectors of what the suite draws there. Absent where that is the whole screen. */
  parts?: string[];
}

/** The sidebar: the suite's part of screens that are Backstage's own. */
const SIDEBAR = 'nav';
/** Cards of the suite among those of Backstage. */
const SERVICE_CARD = '.bui-Card:has(a[href$="/readiness"])';
const HOME_CARD = '.MuiCard-root:has(ol[aria-label="Next steps"])';
const GROUP_CARD = '.bui-Card:has(a[href*="/readiness?"])';

const service = (name: string, tab = '') =>
  `/catalog/default/component/${name}${tab}`;
const table = (name: string) => (page: Page) =>
  page.getByRole('table', { name, exact: true }).getByRole('rowheader').first();

export const SCREENS = {
  home: {
    name: 'home',
    path: '/home',
    shows: page => page.getByText(/ready for production/).first(),
    parts: [SIDEBAR, HOME_CARD],
  },
  catalog: {
    name: 'catalog',
    path: '/catalog?filters[kind]=component&filters[user]=all',
    shows: page => page.getByRole('link', { name: 'Gateway' }).first(),
    parts: [SIDEBAR],
  },
  service: {
    name: 'service',
    path: service('policy-reasoner'),
    shows: page => page.getByText(/^0\.\d\d$/).first(),
    parts: [SIDEBAR, SERVICE_CARD],
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
  sloBoard: {
    name: 'objectives',
    path: '/slo?view=board',
    shows: table('Objectives'),
  },
  sloTeams: {
    name: 'objectives by team',
    path: '/slo?view=teams',
    shows: table('Teams'),
  },
  sloObjective: {
    name: 'an objective of a calendar month',
    path: '/slo/objectives/7366573f2ab1f754',
    shows: page => page.getByText('Burn rate (×)'),
  },
  sloService: {
    name: 'objectives of a service',
    path: service('policy-reasoner', '/slo'),
    shows: table('Objectives'),
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
    parts: [SIDEBAR, GROUP_CARD],
  },
  create: {
    name: 'create',
    path: '/create',
    shows: page => page.getByRole('button', { name: /choose/i }).first(),
    parts: [SIDEBAR],
  },
  docs: {
    name: 'docs',
    path: '/docs',
    shows: page => page.getByRole('link', { name: 'Policy Reasoner' }).first(),
    parts: [SIDEBAR],
  },
  api: {
    name: 'api',
    path: '/catalog/default/api/maestro-conductor-readiness',
    shows: page => page.getByText('/v1/gate', { exact: true }).first(),
    parts: [SIDEBAR],
  },
} satisfies Record<string, Screen>;

/** Goes to a screen and waits until it has its data. */
export async function open(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  // Sample data that has just come in is still being judged.
  await screen.shows(page).waitFor({ timeout: 60_000 });
}
