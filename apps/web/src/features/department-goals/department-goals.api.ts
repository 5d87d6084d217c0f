import { api, unwrap } from '../../shared/api/client.js';
import type { DepartmentGoalList, DirectionInput, GoalResultInput, GoalsOfUnit } from '../../shared/api/schema.gen.js';

/** One unit's goals in a round. */
export interface GoalsPlace {
  readonly year: number;
  readonly month: number;
  readonly organisationId: string;
}

/** @param organisationId empty for everything that the person may see */
export const fetchGoalSummary = ({ year, month, organisationId }: GoalsPlace): Promise<DepartmentGoalList> => {
  const query = { year, month, ...(organisationId === '' ? {} : { organisationId }) };
  return unwrap(api.GET('/api/department-goals', { params: { query } }));
};

export const fetchUnitGoals = (path: GoalsPlace): Promise<GoalsOfUnit> =>
  unwrap(api.GET('/api/department-goals/{year}/{month}/{organisationId}', { params: { path } }));

export const saveGoalResult = (place: GoalsPlace, sentenceKey: string, body: GoalResultInput): Promise<GoalsOfUnit> =>
  unwrap(
    api.PUT('/api/department-goals/{year}/{month}/{organisationId}/results/{sentenceKey}', {
      params: { path: { ...place, sentenceKey } },
      body,
    }),
  );

export const decideDirection = (place: GoalsPlace, sentenceKey: string, body: DirectionInput): Promise<GoalsOfUnit> =>
  unwrap(
    api.PUT('/api/department-goals/{year}/{month}/{organisationId}/directions/{sentenceKey}', {
      params: { path: { ...place, sentenceKey } },
      body,
    }),
  );

const linkPath = ({ year, organisationId }: GoalsPlace, goalKey: string, projectId: string) => ({
  params: { path: { year, organisationId, goalKey, projectId } },
});

export const linkProject = (place: GoalsPlace, goalKey: string, projectId: string): Promise<unknown> =>
  unwrap(
    api.PUT(
      '/api/department-goals/{year}/{organisationId}/goals/{goalKey}/projects/{projectId}',
      linkPath(place, goalKey, projectId),
    ),
  );

export const unlinkProject = (place: GoalsPlace, goalKey: string, projectId: string): Promise<unknown> =>
  unwrap(
    api.DELETE(
      '/api/department-goals/{year}/{organisationId}/goals/{goalKey}/projects/{projectId}',
      linkPath(place, goalKey, projectId),
    ),
  );
