import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import { ReactNode } from 'react';

/** @public */
export interface WhyPanelProps {
  /** What is explained: `Coverage`. */
  title: string;
  /** The button's word; its accessible name also says the title. */
  label?: string;
  children: ReactNode;
}

/** A button that answers "why?" of the number beside it in one click, and closes with Escape. @public */
export const WhyPanel = ({
  title,
  label = 'Why?',
  children,
}: WhyPanelProps) => (
  <DialogTrigger>
    <Button size="small" variant="secondary" aria-label={`${label} ${title}`}>
      {label}
    </Button>
    <Dialog>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>{children}</DialogBody>
    </Dialog>
  </DialogTrigger>
);
