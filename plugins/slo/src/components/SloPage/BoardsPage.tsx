import { Container, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useUrlState } from '@maestro-conductor/ui';
import { useSearchParams } from 'react-router-dom';
import { PAGE_VIEWS, PageView, pageView } from '../../lib/pageView';
import { BoardView } from '../BoardView';
import { TeamsView } from '../TeamsView';
import { FirstVisit } from './FirstVisit';

const TITLES: Readonly<Record<PageView, string>> = {
  board: 'Board',
  teams: 'Teams',
};
const KEYS = ['view'] as const;

/** The board and the overview of teams; on a first visit, what concerns the reader. */
export const BoardsPage = () => {
  const { update } = useUrlState(KEYS);
  const [params] = useSearchParams();
  const view = pageView(params);
  return (
    <Container role="main">
      {view ? (
        <Tabs
          selectedKey={view}
          onSelectionChange={key => {
            const next = PAGE_VIEWS.find(known => known === key);
            if (next && next !== view) update({ view: next });
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
          <TabPanel
            id={view}
            style={{
              paddingInline: 0,
              paddingBlockEnd: 'var(--bui-space-6)',
            }}
          >
            {view === 'board' ? <BoardView /> : <TeamsView />}
          </TabPanel>
        </Tabs>
      ) : (
        <FirstVisit />
      )}
    </Container>
  );
};
