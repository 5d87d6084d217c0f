import type { SqlCondition } from '../../../organisations/index.js';

/** Whose light it is, as each of the lists of the overview says it. */
export interface NamedProject {
  readonly projectId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/**
 * A page of projects of a round. They are found in the order of an index and named afterwards, for a database that looks at
 * the names as well may sort a whole round by itself. Two parameters follow those of the condition: limit and offset.
 * @param columns of `project_light l`, with their names
 * @param lights of rows of `project_light l`
 * @param order the columns of an index, with `l.id` last so that it is the same everywhere
 */
export const projectsInOrder = (columns: string, lights: SqlCondition, order: string): string => `
  select p.id as projectId, p.name as name, o.id as organisationId, o.name as organisationName, ${columns}
  from (select l.id as id from project_light l where ${lights.sql} order by ${order} limit ? offset ?) found
  join project_light l on l.id = found.id join project p on p.id = l.project_id
  join organisation o on o.id = l.organisation_id
  order by ${order}`;
