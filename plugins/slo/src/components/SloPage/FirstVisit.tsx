import { Loading } from '@maestro-conductor/ui';
import { Navigate } from 'react-router-dom';
import { useMyTeams } from '../../hooks';
import { boardSearch } from '../../lib/boardFilter';

/** Nobody said what to show: the board of the reader's teams where they have objectives, else all teams. */
export const FirstVisit = () => {
  const mine = useMyTeams();
  // Where they are not known the teams say what failed.
  const owners = mine.value ?? (mine.error ? [] : undefined);
  if (!owners) return <Loading what="your teams" lines={6} />;
  const search = owners.length > 0 ? boardSearch({ owners }) : '?view=teams';
  return <Navigate replace to={search} />;
};
