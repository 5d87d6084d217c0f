import { assessByOriginal, explainIndicator, explainProject, type OriginalAssessment } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import {
  FiscalYearRepository,
  RoundTargetRepository,
  TargetApprovalRepository,
  TargetRepository,
  type Project,
  type StoredTarget,
} from '../../targets/index.js';
import type { ProjectLights } from '../http/monitoring.dto.js';
import type { LightRows } from './light-rows.js';

/**
 * The lights that a project would have in a round by the targets of the beginning of the year, where the round is judged
 * by lower ones (R27): beside the stored lights, which count. Computed from their stored inputs, so a locked round shows
 * the same for good (R49).
 */
@Injectable()
export class OriginalLightsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly targets: TargetRepository,
    private readonly pins: RoundTargetRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly years: FiscalYearRepository,
  ) {}

  /** Null where nothing was lowered. */
  async run(project: Project, stored: LightRows, locale: Locale): Promise<ProjectLights['original']> {
    const original = await this.original(project);
    if (original === null || original.version.version === stored.project.targetVersion) return null;
    const rulePack = await this.years.rulePack(this.uow.reader, stored.project.rulePackRef);
    const input = { ...stored.project.inputs, rulePack, indicators: stored.indicators.map(({ inputs }) => inputs) };
    const { schedule, indicators } = original.content;
    const found = assessByOriginal(input, {
      schedule,
      indicators: indicators.map(({ lineageId, directionConfirmed, ...target }) => ({
        id: lineageId,
        target,
        directionConfirmed,
      })),
    });
    return found && view(original, stored, found, locale);
  }

  /** What was approved first or what the first round of the year is judged by, whichever is older: a late approval hides nothing. */
  private async original(project: Project): Promise<StoredTarget | null> {
    const manager = this.uow.reader;
    const approved = (await this.approvals.ofProject(manager, project.id)).find(({ state }) => state === 'approved');
    const byMonth = [...(await this.pins.versionsByMonth(manager, project.id))].sort(([a], [b]) => a - b);
    const first = [approved?.version, byMonth[0]?.[1]].filter((version) => version !== undefined);
    if (first.length === 0) return null;
    const [target] = await this.targets.atVersions(manager, project, [Math.min(...first)]);
    return target ?? null;
  }
}

function view(
  original: StoredTarget,
  stored: LightRows,
  { lowered, planLowered, assessment }: OriginalAssessment,
  locale: Locale,
): ProjectLights['original'] {
  const present = new Map(stored.indicators.map((row) => [row.lineageId, row]));
  const judged = new Map(assessment.goals.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    version: original.version.version,
    light: assessment.light,
    spendLight: assessment.spend.light,
    goalLight: assessment.goals.light,
    explanation: explainProject(assessment, locale),
    planLowered,
    plannedRate: assessment.spend.plannedRate,
    indicators: lowered.flatMap(({ id, lowering }) => {
      const then = judged.get(id);
      if (then === undefined) return [];
      const now = present.get(id);
      return [
        {
          id,
          name: then.name,
          lowering,
          rawValue: then.basis.rawValue,
          light: then.light,
          explanation: explainIndicator(then, locale),
          presentRawValue: now?.inputs.target.rawValue ?? null,
          presentLight: now?.light ?? null,
        },
      ];
    }),
  };
}
