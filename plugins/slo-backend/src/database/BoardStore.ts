import { EntityRestriction } from '@maestro-conductor/backend-kit';
import {
  BoardSummary,
  ObjectiveItem,
  ObjectiveSort,
  ObjectiveStatus,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';

/** Which objectives are meant. Of a list, any of its values; an empty list means none. */
export interface BoardFilter {
  /** Refs of groups, with those that lie in them, or of users; `none` is what no group owns. */
  owners?: readonly string[];
  entityRefs?: readonly string[];
  windows?: readonly string[];
  environment?: string;
  /** In title, name of the SLO, or entity. */
  text?: string;
}

/** What a board shows of them. */
export interface BoardRequest extends BoardFilter {
  statuses?: readonly ObjectiveStatus[];
  burning?: boolean;
  sort: ObjectiveSort;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string;
}

/** What an objective is known by. */
export interface ObjectiveName {
  id: string;
  entityRef: string;
  slo: string;
}

/** Lists of objectives with their states: of living entities that the reader may see. */
export interface BoardStore {
  /** A page. What has no value of what is sorted by comes last in either order. */
  listBoard(
    restriction: EntityRestriction,
    request: BoardRequest,
  ): Promise<{ items: ObjectiveItem[]; nextCursor?: string }>;

  /** How many are what, over all pages. */
  summarizeBoard(
    restriction: EntityRestriction,
    filter: BoardFilter,
  ): Promise<BoardSummary>;

  /** What values there are, windows as written, in no order. */
  listValues(
    restriction: EntityRestriction,
    column: 'window' | 'environment',
    filter: BoardFilter,
  ): Promise<string[]>;

  /** One of the declared objectives, where the reader may see its entity. */
  getItem(
    restriction: EntityRestriction,
    id: string,
  ): Promise<ObjectiveItem | undefined>;

  /** What objectives are known by, at most 5,000. */
  listNames(restriction: EntityRestriction): Promise<ObjectiveName[]>;

  /**
   * For each group that owns some, itself or by a group below it, how its objectives fare, each counted once; what no group owns stands under
   * null. In no order.
   */
  boardByTeam(restrictions: {
    services: EntityRestriction;
    groups: EntityRestriction;
  }): Promise<TeamBoardItem[]>;
}
