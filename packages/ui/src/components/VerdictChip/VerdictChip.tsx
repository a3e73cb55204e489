import CheckIcon from '@material-ui/icons/Check';
import ClearIcon from '@material-ui/icons/Clear';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RemoveIcon from '@material-ui/icons/Remove';
import ScheduleIcon from '@material-ui/icons/Schedule';
import TimelapseIcon from '@material-ui/icons/Timelapse';
import VerifiedUserIcon from '@material-ui/icons/VerifiedUserOutlined';
import { ReactElement } from 'react';
import { Tone } from '../../theme/tones';
import { StatusChip } from '../StatusChip/StatusChip';

/** The words of a verdict. @public */
export type VerdictWord =
  | 'passed'
  | 'partial'
  | 'failed'
  | 'no-data'
  | 'stale'
  | 'errored'
  | 'not-applicable'
  | 'exempt';

const LOOKS: Record<
  VerdictWord,
  { tone: Tone; icon: ReactElement; word: string }
> = {
  passed: { tone: 'good', icon: <CheckIcon />, word: 'passed' },
  partial: { tone: 'warning', icon: <TimelapseIcon />, word: 'partial' },
  failed: { tone: 'bad', icon: <ClearIcon />, word: 'failed' },
  'no-data': { tone: 'unknown', icon: <HelpOutlineIcon />, word: 'no data' },
  stale: { tone: 'unknown', icon: <ScheduleIcon />, word: 'stale' },
  errored: { tone: 'bad', icon: <ErrorOutlineIcon />, word: 'errored' },
  'not-applicable': {
    tone: 'neutral',
    icon: <RemoveIcon />,
    word: 'not applicable',
  },
  exempt: { tone: 'info', icon: <VerifiedUserIcon />, word: 'exempt' },
};

/** @public */
export interface VerdictChipProps {
  verdict: VerdictWord;
}

/** A verdict as word, sign and colour. Grey for what is not known: never green, never red. @public */
export const VerdictChip = ({ verdict }: VerdictChipProps) => {
  const { tone, icon, word } = LOOKS[verdict];
  return (
    <StatusChip tone={tone} icon={icon}>
      {word}
    </StatusChip>
  );
};
