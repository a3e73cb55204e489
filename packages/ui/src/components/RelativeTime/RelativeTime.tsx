import { formatExactTime } from '../../formats/formatExactTime';
import { formatRelativeTime } from '../../formats/formatRelativeTime';

/** @public */
export interface RelativeTimeProps {
  /** ISO 8601. */
  time: string;
  /** The moment it is seen from; the moment of rendering where absent. */
  now?: Date;
}

/** A time as `3 hours ago`, with the exact UTC time on hover and for assistive technology. @public */
export const RelativeTime = ({ time, now = new Date() }: RelativeTimeProps) => (
  <time
    dateTime={time}
    title={formatExactTime(time)}
    style={{ whiteSpace: 'nowrap' }}
  >
    {formatRelativeTime(time, now)}
  </time>
);
