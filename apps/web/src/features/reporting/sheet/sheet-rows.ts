import type { IndicatorKind } from '@jixiao/domain';
import type { ProjectDetail } from '../../../shared/api/schema.gen.js';

/** Columns that a person fills in, in their order on the sheet. */
export const COLUMNS = ['value', 'reasons', 'reasonNote', 'likelihood', 'expected', 'note'] as const;
export type Column = (typeof COLUMNS)[number];

/** Lines of a project: its heading, its amounts (the first with the reasons for the spending), the treasury's, its indicators. */
export type RowKind = 'project' | 'fiscal' | 'other' | 'expected' | 'treasury' | 'indicator';

/** One line of the sheet. */
export interface SheetRow {
  readonly key: string;
  readonly kind: RowKind;
  readonly projectId: string;
  /** Place among the project's indicators; null for the other kinds. */
  readonly indicator: number | null;
  /** Columns that take input. */
  readonly editable: readonly Column[];
}

/** Where the cursor stands. */
export interface CellAt {
  readonly row: string;
  readonly column: Column;
}

export const sameCell = (a: CellAt | null, b: CellAt | null): boolean => a?.row === b?.row && a?.column === b?.column;

const EDITABLE: Readonly<Record<Exclude<RowKind, 'indicator'>, readonly Column[]>> = {
  project: [],
  fiscal: ['value', 'reasons', 'reasonNote'],
  other: ['value'],
  expected: ['value'],
  treasury: ['reasonNote'],
};

/** The rate that the program fills in from the spending (R17) is not typed. */
const editableOf = (kind: IndicatorKind): readonly Column[] =>
  kind === 'executionRate' ? COLUMNS.filter((column) => column !== 'value') : COLUMNS;

/** The lines of a project; where the treasury has figures, one shows them and takes the reason for a difference. */
export function rowsOf(project: ProjectDetail, withTreasury: boolean): readonly SheetRow[] {
  const kinds = ['project', 'fiscal', 'other', 'expected', ...(withTreasury ? (['treasury'] as const) : [])] as const;
  const heads = kinds.map((kind) => ({
    key: `${project.id}/${kind}`,
    kind,
    projectId: project.id,
    indicator: null,
    editable: EDITABLE[kind],
  }));
  const indicators = project.indicators.map(({ id, kind }, indicator) => ({
    key: `${project.id}/${id}`,
    kind: 'indicator' as const,
    projectId: project.id,
    indicator,
    editable: editableOf(kind),
  }));
  return [...heads, ...indicators];
}
