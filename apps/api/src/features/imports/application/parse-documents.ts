import {
  checkProjectCode,
  isCarriedOver,
  type RecognisedDepartmentGoal,
  type RecognisedDocument,
  type RecognisedHead,
  type RecognisedIndicator,
  type RecognisedProject,
  WarningLimit,
} from '@jixiao/domain';
import { recogniseApart } from '../../../platform/documents/recognise-apart.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';

export interface TargetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ParseOptions {
  /** The budget year where the caller knows it; else it is inferred from the document. */
  readonly year?: number;
  readonly limitMb?: number;
}

/**
 * Reads one file of performance targets; touches no database. Refused with the DomainErrors of `recogniseApart`, and with
 * `no-targets-found` where the document holds neither a target table nor department goals.
 */
export async function parseDocument(file: TargetFile, options: ParseOptions = {}): Promise<RecognisedDocument> {
  const projects: RecognisedProject[] = [];
  const warnings = new WarningLimit();
  let head: RecognisedHead | null = null;
  for await (const part of recogniseApart(file, options)) {
    if (part.kind === 'head') head = part.head;
    else if (part.kind === 'warnings') warnings.addAll(part.warnings);
    else {
      for (const entry of part.projects) {
        projects.push(entry.project);
        warnings.addAll(entry.warnings);
      }
    }
  }
  if (head === null || (projects.length === 0 && head.departmentGoals.length === 0)) {
    throw new DomainError('no-targets-found', { file: file.name });
  }
  const { projectCount: _counted, ...document } = head;
  return { ...document, projects, warnings: warnings.list() };
}

/** The document that `jixiao parse --json` prints: names and shapes other programs rely on. */
export function toParseJson(documents: readonly RecognisedDocument[]) {
  return { documents: documents.map(documentJson) };
}

export type ParseJson = ReturnType<typeof toParseJson>;

const documentJson = (document: RecognisedDocument) => ({
  file: document.file,
  year: document.year,
  yearInferred: document.yearInferred,
  unitCode: document.unitCode,
  unitName: document.unitName,
  departmentGoals: document.departmentGoals.map(departmentGoalJson),
  projects: document.projects.map((project) => projectJson(project, document.year)),
  warnings: document.warnings.map(({ code, message, at, project }) => ({ code, message, at, project })),
});

const departmentGoalJson = ({ title, goal, indicators }: RecognisedDepartmentGoal) => ({
  title,
  goal,
  indicators: indicators.map(({ text, operator, number, unit }) => ({ text, operator, number, unit })),
});

const projectJson = (project: RecognisedProject, year: number | null) => ({
  code: project.code,
  name: project.name,
  unitCode: project.unitCode,
  unitName: project.unitName,
  carriedOver: year !== null && isCarriedOver(checkProjectCode(project.code ?? ''), year),
  budgetFen: project.budgetFen,
  fiscalFundsFen: project.fiscalFundsFen,
  otherFundsFen: project.otherFundsFen,
  purpose: project.purpose,
  schedule: project.schedule,
  scheduleMonths: project.scheduleMonths,
  goals: project.goals,
  indicators: project.indicators.map(indicatorJson),
  incompleteIndicators: project.incompleteIndicators.map(({ level2, name }) => ({ level2, name })),
  classified: project.classified,
  sources: project.sources,
  at: project.at,
});

const indicatorJson = (indicator: RecognisedIndicator) => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  gate: indicator.gate,
  basis: indicator.basis,
  operatorPrinted: indicator.operatorPrinted,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  at: indicator.at,
  valueAt: indicator.valueAt,
});
