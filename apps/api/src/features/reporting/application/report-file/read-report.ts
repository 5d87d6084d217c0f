import type { BulkReportInput } from '../../http/reporting.dto.js';
import type { Column } from './columns.js';
import { placeText, type Place } from './place.js';

export type BulkProject = BulkReportInput['projects'][number];
export type BulkResult = NonNullable<BulkProject['results']>[number];

/** Where the cells of a project or of a result stand; none for a `.json` file. */
export interface Cells {
  readonly row: Place | null;
  readonly columns: ReadonlyMap<Column, Place>;
}

/**
 * What a file says of one indicator. `indicatorId` is the template's hidden key, which goes before the name; `percentText`
 * is the result as its cell shows it, where that is in percent.
 */
export interface ReadResult {
  readonly input: BulkResult;
  readonly indicatorId: string | null;
  readonly percentText: string | null;
  readonly cells: Cells;
}

/** What a file says of one project, with the template's hidden keys: which project, and the version that was downloaded. */
export interface ReadProject {
  readonly fields: Omit<BulkProject, 'results'>;
  readonly projectId: string | null;
  readonly version: number | null;
  readonly results: readonly ReadResult[];
  readonly cells: Cells;
  /** It was read of an official form, whose amounts are rounded. */
  readonly isForm?: true;
}

/** One thing wrong with a file; without a place it concerns the whole. `path` is that of the `.json` shape, where known. */
export interface FileIssue {
  readonly place: Place | null;
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** What the hidden sheet of a template says it was made for. */
export interface TemplateStamp {
  readonly template: number;
  readonly year: number;
  readonly month: number;
  /** Null where it holds the projects of several organisations that have no common one. */
  readonly organisationId: string | null;
  readonly organisation: string | null;
}

/** A report file as read: all that it says, and all that could not be read. */
export interface ReadReport {
  readonly projects: readonly ReadProject[];
  readonly issues: readonly FileIssue[];
  readonly stamp: TemplateStamp | null;
}

/** The place of an issue for people and programs: the cell, else the path in the `.json` file. */
export const issuePath = ({ place, path }: FileIssue): string => (place === null ? path : placeText(place));

/** Columns that an entry of the `.json` shape is read from, the likeliest first. */
const PROJECT_COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  expenditureFen: ['expenditure', 'fiscal', 'other'],
  fiscalFen: ['fiscal'],
  otherFen: ['other'],
  expectedFullYearFen: ['expectedFullYear'],
  reasons: ['spendReasons'],
  reasonNote: ['spendReasonNote'],
  differenceNote: ['differenceNote'],
  '': ['code', 'name'],
};
const RESULT_COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  indicator: ['indicator'],
  indicatorId: ['indicator'],
  noData: ['noData', 'result'],
  text: ['text'],
  expected: ['expected'],
  reasons: ['reasons'],
  reasonNote: ['reasonNote'],
  likelihood: ['likelihood'],
  note: ['note'],
  '': ['result', 'noData'],
};
const PATH = /^projects\.(\d+)(?:\.results\.(\d+))?(?:\.(\w+))?/;

/** The cell from which an entry of the `.json` shape was read (`projects.0.results.3.value`); null where there is none. */
export function placeOfPath(projects: readonly ReadProject[], path: string): Place | null {
  const [, projectAt, resultAt, field = ''] = PATH.exec(path) ?? [];
  const project = projectAt === undefined ? undefined : projects[Number(projectAt)];
  if (project === undefined) return null;
  const result = resultAt === undefined ? undefined : project.results[Number(resultAt)];
  const cells = (result ?? project).cells;
  const columns = result === undefined ? PROJECT_COLUMNS : RESULT_COLUMNS;
  return placeOfColumns(cells, columns[field] ?? columns[''] ?? []);
}

/** The first of these cells that the row has; else the row. */
export function placeOfColumns({ row, columns }: Cells, wanted: readonly Column[]): Place | null {
  const found = wanted.flatMap((column) => columns.get(column) ?? []);
  return found[0] ?? row;
}
