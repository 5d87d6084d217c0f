import { explainIndicator, explainProject, explainSpend } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ReopeningRepository, ReportRepository, RoundRepository } from '../../reporting/index.js';
import { ProjectAccess } from '../../targets/index.js';
import type { ProjectLights } from '../http/monitoring.dto.js';
import type { IndicatorLight } from '../persistence/indicator-light.entity.js';
import { LightRepository } from '../persistence/light.repository.js';
import { answerText } from './answer-text.js';
import { OriginalLightsQuery } from './original-lights.query.js';

/** A project's lights in one round with every figure, limit and sentence that explains them (R49). */
@Injectable()
export class ProjectLightsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly reports: ReportRepository,
    private readonly reopenings: ReopeningRepository,
    private readonly original: OriginalLightsQuery,
  ) {}

  /** @throws DomainError `not-found`, `round-not-found`, `lights-not-computed` */
  async run(user: CurrentUser, projectId: string, month: number, locale: Locale): Promise<ProjectLights> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, project.year, month);
    const rows = await this.lights.ofProject(manager, round.id, projectId);
    if (rows === null) throw new DomainError('lights-not-computed');
    const report = (await this.reports.rowsOfRound(manager, round.id, [projectId])).get(projectId);
    const reopened = await this.reopenings.liveOf(manager, round.id, [projectId]);
    const { assessment } = rows.project;
    const { goals } = assessment;
    const indicators = rows.indicators.map((row) => row.assessment);
    return {
      projectId,
      year: round.year,
      month: round.month,
      targetVersion: rows.project.targetVersion,
      original: await this.original.run(project, rows, locale),
      rulePack: rows.project.rulePackRef,
      computedAt: rows.project.computedAt,
      report: report === undefined ? null : { status: report.status, selfApproved: report.selfApproved },
      light: assessment.light,
      reopened: reopened.has(projectId),
      explanation: explainProject({ ...assessment, goals: { ...goals, indicators } }, locale),
      notReported: assessment.notReported,
      awaitingReport: assessment.awaitingReport,
      spend: {
        ...assessment.spend,
        expenditureSource: rows.project.expenditureSource,
        releasedFen: rows.project.releasedFen,
        receivedFen: rows.project.receivedFen,
        explanation: explainSpend(assessment.spend, locale),
      },
      goals: { light: goals.light, indicators: rows.indicators.map((row) => indicatorView(row, locale)) },
    };
  }
}

const indicatorView = (
  { lineageId, assessment, inputs: { target, answer } }: IndicatorLight,
  locale: Locale,
): ProjectLights['goals']['indicators'][number] => ({
  id: lineageId,
  name: target.name,
  level1: target.level1,
  level2: target.level2,
  rawValue: target.rawValue,
  unit: target.unit,
  kind: assessment.basis.judgedAs ?? target.kind,
  light: assessment.light,
  reason: assessment.reason,
  explanation: explainIndicator(assessment, locale),
  completion: assessment.completion,
  standard: assessment.standard,
  ratioToStandard: assessment.ratioToStandard,
  result: assessment.result,
  resultText: answerText(answer, target.unit, locale),
});
