import type { DocumentWarning, SpendSchedule } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import type { StagedProject, StagedProjectRow } from '../http/uploads.dto.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import type { StagedContent, StagedIndicatorContent } from './staged-content.js';
import { warningView } from './warning-view.js';

type Details = Omit<StagedProject, keyof StagedProjectRow | 'batchId' | 'mayCorrectJudgement'>;

/** What a staged project says, each figure beside its cell; of a missing or classified project there is nothing to say. */
export function stagedProjectView(row: ImportProject, locale: Locale, catalogue: MessageCatalogue): Details {
  const { content, warnings, differences } = row;
  const indicators = content?.targets.indicators ?? [];
  const owners = ownersOf(indicators);
  const ofIndicators = (warning: DocumentWarning): boolean => owners.has(warning.at);
  const view = (warning: DocumentWarning) => warningView(warning, locale, catalogue);
  return {
    fiscalFundsFen: content?.targets.fiscalFundsFen ?? null,
    otherFundsFen: content?.targets.otherFundsFen ?? null,
    purpose: content?.targets.purpose ?? null,
    schedule: scheduleView(content?.targets.schedule ?? null),
    goals: [...(content?.targets.goals ?? [])],
    sources: Object.fromEntries(
      Object.entries(content?.sources ?? {}).map(([field, { text, at }]) => [field, { text, at }]),
    ),
    correctedFields: [...(content?.correctedFields ?? [])],
    understood: row.understood === null ? null : projectUnderstood(row.understood.content),
    indicatorList: indicators.map((indicator, index) => ({
      ...indicatorView(indicator, index),
      understood: indicatorUnderstood(row.understood?.content.targets.indicators[index]),
      warnings: warnings.filter(({ at }) => owners.get(at) === index).map(view),
    })),
    incompleteIndicators: (content?.incompleteIndicators ?? []).map(({ level2, name }) => ({ level2, name })),
    differences: differences.map((difference) => ({ ...difference })),
    warningList: warnings.filter((warning) => !ofIndicators(warning)).map(view),
  };
}

/** Which indicator a place belongs to; the place of the whole project is no indicator's. */
function ownersOf(indicators: readonly StagedIndicatorContent[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const [index, { sourceAt, valueAt }] of indicators.entries()) {
    for (const at of [valueAt, sourceAt]) if (at !== null && !owners.has(at)) owners.set(at, index);
  }
  return owners;
}

const indicatorView = (
  indicator: StagedIndicatorContent,
  index: number,
): Omit<StagedProject['indicatorList'][number], 'warnings' | 'understood'> => ({
  index,
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
  direction: indicator.direction,
  directionInferred: indicator.directionInferred,
  kind: indicator.kind,
  assessedFrom: indicator.assessedFrom,
  weight: indicator.weight,
  basis: indicator.basis,
  at: indicator.sourceAt ?? '',
  valueAt: indicator.valueAt,
  corrected: [...indicator.corrected],
});

const scheduleView = (schedule: SpendSchedule | null): StagedProject['schedule'] =>
  schedule?.map(({ month, percent }) => ({ month, percent })) ?? null;

const projectUnderstood = ({ name, code, targets }: StagedContent): StagedProject['understood'] => ({
  name,
  code,
  budgetFen: targets.initialBudgetFen,
  fiscalFundsFen: targets.fiscalFundsFen,
  otherFundsFen: targets.otherFundsFen,
  schedule: scheduleView(targets.schedule),
});

function indicatorUnderstood(
  indicator: StagedIndicatorContent | undefined,
): StagedProject['indicatorList'][number]['understood'] {
  if (indicator === undefined) return null;
  const { level1, level2, name, operator, number, unit, dueDate, direction, kind, assessedFrom } = indicator;
  return { level1, level2, name, operator, number, unit, dueDate, direction, kind, assessedFrom };
}
