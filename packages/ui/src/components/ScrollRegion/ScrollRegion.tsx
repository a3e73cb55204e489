import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useRef } from 'react';
import { useOverflow } from '../../hooks/useOverflow';

const useStyles = makeStyles({
  root: { overflow: 'auto', position: 'relative' },
});

/** @public */
export interface ScrollRegionProps {
  /** Names the region for assistive technology. */
  label: string;
  className?: string;
  children: ReactNode;
}

/**
 * Scrolls what is too large for its place. While there is something to scroll it takes the focus, so that the keyboard can; while
 * there is not, it is no stop on the way of the tab key and no landmark.
 *
 * @public
 */
export const ScrollRegion = (props: ScrollRegionProps) => {
  const { label, className = '', children } = props;
  const classes = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(ref);
  const classNames = `${classes.root} ${className}`;
  return overflows ? (
    <div
      ref={ref}
      className={classNames}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </div>
  ) : (
    <div ref={ref} className={classNames}>
      {children}
    </div>
  );
};
