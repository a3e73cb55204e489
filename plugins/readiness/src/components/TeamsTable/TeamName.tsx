import { Link } from '@backstage/core-components';
import { VisuallyHidden } from '@backstage/ui';
import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { MouseEvent } from 'react';
import { ownerSearch } from '../../lib/ownerSearch';
import { useLocation } from 'react-router-dom';

const INDENT = 20;

interface TeamNameProps {
  team: TeamScore;
  /** Whether the row stands below its parent. */
  nested: boolean;
  onOwner(groupRef: string): void;
}

/** The name of a team, as a link to its services. */
export const TeamName = ({ team, nested, onOwner }: TeamNameProps) => {
  const { groupRef, title, depth } = team;
  const { search } = useLocation();
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOwner(groupRef);
  };
  return (
    <div style={{ paddingLeft: nested ? depth * INDENT : 0 }}>
      <Link to={ownerSearch(search, groupRef)} onClick={follow}>
        {title}
      </Link>
      {nested && depth > 0 && (
        <VisuallyHidden> (level {depth + 1})</VisuallyHidden>
      )}
    </div>
  );
};
