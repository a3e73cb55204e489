import { VisuallyHidden } from '@backstage/ui';
import { tokens } from '@maestro-conductor/ui';

interface UnknownProps {
  /** What the dash means: `unknown` where absent. */
  word?: string;
}

/** Stands where there is no number: a dash, said in words to those who do not see it. */
export const Unknown = ({ word = 'unknown' }: UnknownProps) => (
  <span style={{ color: tokens.muted }}>
    <span aria-hidden="true">–</span>
    <VisuallyHidden>{word}</VisuallyHidden>
  </span>
);
