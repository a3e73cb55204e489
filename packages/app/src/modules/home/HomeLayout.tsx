import { Content } from '@backstage/core-components';
import type {
  HomePageLayoutProps,
  HomePageWidgetData,
} from '@backstage/plugin-home-react/alpha';
import { PluginHeader } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import HomeIcon from '@material-ui/icons/Home';
import { Fragment } from 'react';

const SEARCH = 'home-page-widget:search/search-bar';
const ASIDE = [
  'home-page-widget:home/starred-entities',
  'home-page-widget:home/recently-visited',
];

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    },
  },
  search: { gridColumn: '1 / -1' },
  column: { display: 'grid', gap: theme.spacing(3) },
}));

/**
 * The first screen: what needs attention beside what the person was at. Widgets of plugins that are not named here go
 * into the wide column, in the order of `app.extensions`.
 */
export const HomeLayout = ({ widgets }: HomePageLayoutProps) => {
  const classes = useStyles();
  const search = widgets.filter(({ node }) => node.spec.id === SEARCH);
  const aside = ASIDE.flatMap(id =>
    widgets.filter(({ node }) => node.spec.id === id),
  );
  const main = widgets.filter(
    widget => !search.includes(widget) && !aside.includes(widget),
  );
  return (
    <>
      <PluginHeader icon={<HomeIcon fontSize="inherit" />} title="Home" />
      <Content>
        <div className={classes.grid}>
          <div className={classes.search}>{search.map(show)}</div>
          <div className={classes.column}>{main.map(show)}</div>
          <div className={classes.column}>{aside.map(show)}</div>
        </div>
      </Content>
    </>
  );
};

function show({ node, component }: HomePageWidgetData) {
  return <Fragment key={node.spec.id}>{component}</Fragment>;
}
