import type { Problem } from '../../kernel/result.js';
import type { Direction, IndicatorKind, Operator } from '../target-types.js';

/** A cell of a document with the place it came from: `line 12`, `table 1 row 2 cell 3`, `Sheet1!B4`. */
export interface Cell {
  readonly text: string;
  readonly at: string;
}

/**
 * What every reader produces: headings and free text as `text` blocks, tables as rows of cells, in document order.
 * A new file format is one more reader that gives these blocks, never another parser.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly at: string }
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly at: string };

export interface RecognisedDepartmentIndicator {
  readonly text: string;
  readonly operator: Operator;
  readonly number: number | null;
  readonly unit: string | null;
}

export interface RecognisedDepartmentGoal {
  readonly title: string;
  readonly goal: string;
  readonly indicators: readonly RecognisedDepartmentIndicator[];
}

export interface RecognisedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
  readonly rawValue: string;
  readonly operator: Operator;
  readonly number: number | null;
  readonly unit: string | null;
  readonly dueDate: string | null;
  readonly gate: number | null;
  readonly basis: string | null;
  readonly operatorPrinted: boolean;
  readonly direction: Direction | null;
  readonly directionInferred: boolean;
  readonly kind: IndicatorKind;
  readonly assessedFrom: number;
  /** Weight in points as a flat table prints it (R30); null where it prints none. */
  readonly weight: number | null;
  /** Place of the row, and of the cell that holds the target value. */
  readonly at: string;
  readonly valueAt: string;
}

/** What of a project is read from a cell of its own, and can be shown beside that cell. */
export type ProjectField =
  'code' | 'name' | 'budget' | 'fiscalFunds' | 'otherFunds' | 'purpose' | 'schedule' | 'goals' | 'unit';

export interface RecognisedProject {
  readonly code: string | null;
  readonly name: string;
  /** The budgeting unit printed for this project: in its own row or column, else the one above its table. */
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly budgetFen: number | null;
  readonly fiscalFundsFen: number | null;
  readonly otherFundsFen: number | null;
  readonly purpose: string | null;
  /** Percent at the checkpoints of the table (3, 6, 10, 12 unless its header says otherwise); null where blank or absent. */
  readonly schedule: readonly number[] | null;
  readonly scheduleMonths: readonly number[] | null;
  readonly goals: readonly string[];
  readonly indicators: readonly RecognisedIndicator[];
  readonly incompleteIndicators: readonly { readonly level2: string | null; readonly name: string | null }[];
  readonly classified: boolean;
  /** The cells, as printed, that the fields were read from; a field that was not printed is absent. */
  readonly sources: Readonly<Partial<Record<ProjectField, Cell>>>;
  readonly at: string;
}

/** A remark about the document: nothing is dropped without one. `project` is the project's name, where it concerns one. */
export interface DocumentWarning {
  readonly code: string;
  /** A sentence in Chinese; `warningMessage` gives it in the reader's language from `code` and `params`. */
  readonly message: string;
  readonly params?: Problem['params'];
  readonly at: string;
  readonly project: string | null;
}

export interface RecognisedDocument {
  readonly file: string;
  readonly year: number | null;
  readonly yearInferred: number | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly departmentGoals: readonly RecognisedDepartmentGoal[];
  readonly projects: readonly RecognisedProject[];
  readonly warnings: readonly DocumentWarning[];
}

export interface RecognitionOptions {
  /** File name as shown to people; a year in it is evidence. */
  readonly file: string;
  /** The budget year where the caller knows it; else the inferred one counts. */
  readonly year?: number;
}

/** What a document says as a whole, known before its projects are put together. */
export type RecognisedHead = Omit<RecognisedDocument, 'projects' | 'warnings'> & { readonly projectCount: number };

/** A document that was read to its end. */
export interface FinishedRecognition {
  readonly head: RecognisedHead;
  /** The projects in the order of reading, each put together when it is asked for; to be gone through once. */
  readonly projects: Generator<{ readonly project: RecognisedProject; readonly warnings: readonly DocumentWarning[] }>;
  /** Warnings that concern no single project; complete once `projects` has been gone through. */
  readonly documentWarnings: () => DocumentWarning[];
}
