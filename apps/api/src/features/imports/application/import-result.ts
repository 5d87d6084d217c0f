import { warningMessage, type DocumentWarning } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import type { ImportResult } from '../http/imports.dto.js';
import { codeToStore } from './plan-projects.js';
import type { PlannedDocument, PlannedProject } from './planned-import.js';

interface Saved {
  readonly saved: boolean;
  readonly batchIds: readonly string[];
}

type DocumentView = ImportResult['documents'][number];

/** What preview and save answer, with every sentence in the reader's language. */
export function importResult(
  documents: readonly PlannedDocument[],
  { saved, batchIds }: Saved,
  locale: Locale,
  catalogue: MessageCatalogue,
): ImportResult {
  const changes = documents.flatMap(({ projects }) => projects.map(({ change }) => change));
  const count = (wanted: string): number => changes.filter((change) => change === wanted).length;
  return {
    saved,
    batchIds: [...batchIds],
    documents: documents.map((document) => documentView(document, locale, catalogue)),
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      warnings: documents.reduce((sum, { warnings }) => sum + warnings.length, 0),
    },
  };
}

const documentView = (planned: PlannedDocument, locale: Locale, catalogue: MessageCatalogue): DocumentView => ({
  file: planned.file,
  year: planned.year,
  unitCode: planned.document.unitCode,
  unitName: planned.document.unitName,
  organisationId: planned.unit.id,
  departmentGoals: planned.document.departmentGoals.map(({ title, goal, indicators }) => ({
    title,
    goal,
    indicators: indicators.map(({ text, operator, number, unit }) => ({ text, operator, number, unit })),
  })),
  projects: planned.projects.map((project) => projectView(project, planned.unit.name)),
  warnings: planned.warnings.map((warning) => ({
    code: warning.code,
    message: warningSentence(warning, locale, catalogue),
    at: warning.at,
    project: warning.project,
  })),
});

/** The document's remarks have their sentences in the domain library, those about stored data in the catalogue. */
const warningSentence = ({ code, params }: DocumentWarning, locale: Locale, catalogue: MessageCatalogue): string =>
  catalogue.has(code) ? catalogue.sentence({ code, params }, locale) : warningMessage(code, params ?? {}, locale);

const projectView = (planned: PlannedProject, organisationName: string): DocumentView['projects'][number] => {
  const { recognised, content } = planned;
  return {
    code: codeToStore(planned),
    name: recognised.name,
    organisationName,
    change: planned.change,
    refusal: planned.refusal,
    differences: planned.differences.map((difference) => ({ ...difference })),
    budgetFen: recognised.budgetFen,
    fiscalFundsFen: recognised.fiscalFundsFen,
    otherFundsFen: recognised.otherFundsFen,
    purpose: recognised.purpose,
    schedule: recognised.schedule && [...recognised.schedule],
    goals: [...recognised.goals],
    indicators: content.indicators.map(indicatorView),
    incompleteIndicators: recognised.incompleteIndicators.map(({ level2, name }) => ({ level2, name })),
    at: recognised.at,
  };
};

const indicatorView = (
  indicator: PlannedProject['content']['indicators'][number],
): DocumentView['projects'][number]['indicators'][number] => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  description: indicator.description,
  rawValue: indicator.rawValue,
  operator: indicator.operator,
  number: indicator.number,
  unit: indicator.unit,
  dueDate: indicator.dueDate,
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  basis: indicator.basis,
  at: indicator.sourceAt ?? '',
});
