import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { ReactNode } from 'react';
import { PAGE_VIEWS, PageView } from '../../lib/pageView';

const TITLES: Readonly<Record<PageView, string>> = {
  teams: 'Teams',
  'heat-map': 'Heat map',
  services: 'Services',
};

interface PageViewsProps {
  view: PageView;
  onView(view: PageView): void;
  /** What the chosen view shows. */
  children: ReactNode;
}

/** The ways to look at readiness; one at a time. */
export const PageViews = ({ view, onView, children }: PageViewsProps) => (
  <Tabs
    selectedKey={view}
    onSelectionChange={key => {
      const next = PAGE_VIEWS.find(known => known === key);
      if (next && next !== view) onView(next);
    }}
  >
    <TabList aria-label="Views">
      {PAGE_VIEWS.map(id => (
        <Tab key={id} id={id}>
          {TITLES[id]}
        </Tab>
      ))}
    </TabList>
    {/* The page has margins of its own. */}
    <TabPanel id={view} style={{ paddingInline: 0 }}>
      {children}
    </TabPanel>
  </Tabs>
);
