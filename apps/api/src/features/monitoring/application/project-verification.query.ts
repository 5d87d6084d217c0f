import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { FiscalYearRepository, ProjectAccess } from '../../targets/index.js';
import type { ProjectVerification, VerificationPath } from '../http/verification.dto.js';
import { LightRepository } from '../persistence/light.repository.js';
import { VerificationRepository } from '../persistence/verification.repository.js';
import { answerText } from './answer-text.js';
import { isDifferent, verifiedAssessment } from './verified-view.js';

/** What was found of a project in a round beside what was reported, with the lights of both. */
@Injectable()
export class ProjectVerificationQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly years: FiscalYearRepository,
    private readonly verification: VerificationRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found`, `round-not-found`, `lights-not-computed` */
  async run(
    user: CurrentUser,
    { year, month }: VerificationPath,
    projectId: string,
    locale: Locale,
  ): Promise<ProjectVerification> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    if (project.year !== year) throw new DomainError('not-found');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const stored = await this.lights.ofProject(manager, round.id, projectId);
    if (stored === null) throw new DomainError('lights-not-computed');
    const findings = await this.verification.ofProject(manager, round.id, projectId);
    const rulePack = await this.years.rulePack(manager, stored.project.rulePackRef);
    const assessment = verifiedAssessment(stored, findings, rulePack);
    const verifiedOf = new Map(assessment.goals.indicators.map((indicator) => [indicator.id, indicator.light]));
    const items = findings.map((finding) => {
      const row = stored.indicators.find(({ lineageId }) => lineageId === finding.lineageId);
      const unit = row?.inputs.target.unit ?? null;
      return {
        indicatorId: finding.lineageId,
        name: row?.inputs.target.name ?? null,
        reported: answerText(row?.inputs.answer ?? null, unit, locale),
        verified: answerText(finding.answer, unit, locale),
        verifiedFen: finding.expenditureFen,
        differs: isDifferent(stored, finding),
        light: row?.light ?? stored.project.spendLight,
        verifiedLight: verifiedOf.get(finding.lineageId ?? '') ?? assessment.spend.light,
        note: finding.note,
        evidence: finding.evidence,
        recordedBy: finding.recordedBy,
        recordedAt: finding.recordedAt,
      };
    });
    return {
      projectId,
      light: stored.project.light,
      verifiedLight: findings.length === 0 ? null : assessment.light,
      spendLight: stored.project.spendLight,
      verifiedSpendLight: assessment.spend.light,
      expenditureFen: stored.project.expenditureFen,
      items: await this.names.beside(manager, items, 'recordedBy'),
    };
  }
}
