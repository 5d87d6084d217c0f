import type { Export, ExportInput } from '../../shared/api/schema.gen.js';

export type ExportKind = Export['kind'];
export type PaperFormat = NonNullable<Export['format']>;
export type Packaging = Export['packaging'];

export const EXPORT_KINDS = [
  'monitoringForm',
  'selfEvaluationForm',
  'evidence',
] as const satisfies readonly ExportKind[];
export const FORMATS = ['xlsx', 'docx', 'pdf'] as const satisfies readonly PaperFormat[];
export const PACKAGINGS = ['perProject', 'perUnit'] as const satisfies readonly Packaging[];

export const isForm = (kind: ExportKind): boolean => kind !== 'evidence';
/** Of a round; the others are of a whole year. */
export const isOfRound = (kind: ExportKind): boolean => kind === 'monitoringForm';

interface ChosenProject {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
}

/** What is chosen in the form. */
export interface ExportChoice {
  readonly kind: ExportKind;
  /** Null until a round or year is chosen or found. */
  readonly year: number | null;
  readonly month: number | null;
  /** Empty: everything in the reader's reach. */
  readonly organisationId: string;
  readonly project: ChosenProject | null;
  readonly format: PaperFormat;
  readonly packaging: Packaging;
}

export const beginning = (): ExportChoice => ({
  kind: 'monitoringForm',
  year: null,
  month: null,
  organisationId: '',
  project: null,
  format: 'xlsx',
  packaging: 'perProject',
});

/** Whether there is a choice between a file for each project and one for each unit. */
export const hasPackaging = ({ kind, project }: ExportChoice): boolean => isForm(kind) && project === null;

/** The request; null while no round or year is chosen. */
export function exportInput(choice: ExportChoice): ExportInput | null {
  const { kind, year, month, organisationId, project, format, packaging } = choice;
  if (year === null || (isOfRound(kind) && month === null)) return null;
  return {
    kind,
    year,
    ...(isOfRound(kind) && month !== null ? { month } : {}),
    ...(project !== null ? { projectId: project.id } : organisationId === '' ? {} : { organisationId }),
    ...(isForm(kind) ? { format } : {}),
    packaging: hasPackaging(choice) ? packaging : 'perProject',
  };
}

/** What it will come out as: one file, a book for each unit, or an archive. */
export function shapeOf(choice: ExportChoice): 'single' | 'perUnit' | 'perProject' | 'evidence' | 'evidenceOfProject' {
  if (!isForm(choice.kind)) return choice.project === null ? 'evidence' : 'evidenceOfProject';
  return choice.project === null ? choice.packaging : 'single';
}
