import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { ScrollRegion } from '../ScrollRegion/ScrollRegion';
import { tokens } from '../../theme/tokens';

/** @public */
export interface WhyPanelProps {
  /** What is explained: `Coverage`. */
  title: string;
  /** The button's word; its accessible name also says the title. */
  label?: string;
  /** `tertiary` where it stands in running text. */
  variant?: 'secondary' | 'tertiary';
  children: ReactNode;
}

/** Looks like the links around it, and starts where the text does. */
const inText = {
  marginInlineStart: 'calc(-1 * var(--bui-space-2))',
  color: tokens.series,
  fontWeight: 400,
};

// The region inside scrolls instead, because it takes the focus: a dialog without links can be read to its end by keyboard.
const body = { display: 'flex', padding: 0, overflow: 'hidden' };
const useStyles = makeStyles({
  scroll: { flex: '1 1 auto', padding: 'var(--bui-space-3)' },
});

/** A button that answers "why?" of the number beside it in one click, and closes with Escape. @public */
export const WhyPanel = ({
  title,
  label = 'Why?',
  variant = 'secondary',
  children,
}: WhyPanelProps) => {
  const classes = useStyles();
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant={variant}
        aria-label={`${label} ${title}`}
        style={variant === 'tertiary' ? inText : undefined}
      >
        {label}
      </Button>
      <Dialog width={720}>
        <DialogHeader>{title}</DialogHeader>
        <DialogBody style={body}>
          <ScrollRegion
            label={`${title}, explained`}
            className={classes.scroll}
          >
            {children}
          </ScrollRegion>
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
};
