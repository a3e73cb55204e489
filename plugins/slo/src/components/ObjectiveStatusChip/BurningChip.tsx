import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { StatusChip } from '@maestro-conductor/ui';
import WhatshotIcon from '@material-ui/icons/Whatshot';

/** Says that an alert row fires; nothing where none does. */
export const BurningChip = ({ state }: { state?: ObjectiveState }) =>
  state?.burns.some(({ firing }) => firing) ? (
    <StatusChip tone="bad" icon={<WhatshotIcon />}>
      burning
    </StatusChip>
  ) : null;
