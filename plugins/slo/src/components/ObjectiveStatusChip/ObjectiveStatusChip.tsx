import { ObjectiveStatus } from '@maestro-conductor/plugin-slo-common';
import { StatusChip, Tone } from '@maestro-conductor/ui';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { ReactElement } from 'react';
import { STATUS_WORDS } from '../../lib/statusWords';

const LOOKS: Readonly<
  Record<ObjectiveStatus, { tone: Tone; icon: ReactElement }>
> = {
  breached: { tone: 'bad', icon: <BlockIcon /> },
  warning: { tone: 'warning', icon: <ReportProblemIcon /> },
  ok: { tone: 'good', icon: <CheckIcon /> },
  'insufficient-data': { tone: 'unknown', icon: <HelpOutlineIcon /> },
  'no-traffic': { tone: 'unknown', icon: <RemoveCircleOutlineIcon /> },
};

interface ObjectiveStatusChipProps {
  /** Absent until it was evaluated. */
  status?: ObjectiveStatus;
}

/** How an objective fares, as word, sign and colour. What cannot be told is grey: never green. */
export const ObjectiveStatusChip = ({ status }: ObjectiveStatusChipProps) =>
  status ? (
    <StatusChip {...LOOKS[status]}>{STATUS_WORDS[status]}</StatusChip>
  ) : (
    <StatusChip tone="unknown" icon={<ScheduleIcon />}>
      pending
    </StatusChip>
  );
