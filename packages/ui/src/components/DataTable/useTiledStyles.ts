import { makeStyles } from '@material-ui/core/styles';
import { NARROW } from '../../theme/narrow';
import { tokens } from '../../theme/tokens';
import { hidden } from './hidden';

/**
 * A table of many narrow columns on a phone: each row is a block, its name on top with the first value beside it, then the others
 * three to a line, each below the name of its column. Nothing sticks there, and nothing scrolls sideways. As with stacked rows, the table states its roles.
 */
export const useTiledStyles = makeStyles({
  table: {
    [NARROW]: {
      '&&, && tbody': { display: 'block' },
      '&& thead': hidden,
      '&& tbody > tr': {
        display: 'grid',
        gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
        gap: 8,
        padding: '12px 0',
        borderBottom: `1px solid ${tokens.line}`,
      },
      '&& tbody > tr > *': {
        position: 'static',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'flex-end',
        gap: 2,
        padding: 0,
        border: 0,
        textAlign: 'left',
      },
      '&& tbody > tr > [colspan]': { gridColumn: '1 / -1' },
      '&& tbody > tr > [role=rowheader]': { gridColumn: 'span 2' },
      '&& tbody > tr > [role=rowheader] + *': {
        flexDirection: 'row',
        alignItems: 'flex-end',
        gap: 8,
      },
      '&& tbody > tr > [data-label]:not([role=rowheader])::before': {
        content: 'attr(data-label)',
        color: tokens.muted,
        fontSize: 'var(--bui-font-size-2)',
        lineHeight: 1.3,
      },
    },
  },
});
