import { checkAnswer, type IndicatorAnswer } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { ProjectAccess, TargetRepository } from '../../targets/index.js';
import type { ProjectVerification, VerificationPath, VerifiedInput } from '../http/verification.dto.js';
import { LightRepository } from '../persistence/light.repository.js';
import { VerificationRepository } from '../persistence/verification.repository.js';
import type { LightRows } from './light-rows.js';
import { ProjectVerificationQuery } from './project-verification.query.js';

type Finding = VerifiedInput['finding'];

/**
 * Records what finance found of a project's expenditure or of one indicator, beside what the unit reported, which stays the
 * official figure. The light of both is shown; no stored light changes, so a locked round may be verified as well.
 */
@Injectable()
export class RecordVerified {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly targets: TargetRepository,
    private readonly lights: LightRepository,
    private readonly verification: VerificationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly query: ProjectVerificationQuery,
  ) {}

  /**
   * @throws DomainError `not-found`, `forbidden`, `round-not-found`, `lights-not-computed`, `verified-answer` where it is not
   *   one answer, and what `checkAnswer` refuses
   */
  async run(
    user: CurrentUser,
    path: VerificationPath,
    projectId: string,
    { finding, note, evidence }: VerifiedInput,
    { locale, remoteAddress }: { readonly locale: Locale; readonly remoteAddress: string },
  ): Promise<ProjectVerification> {
    await this.uow.run(async (manager) => {
      await this.targets.lockProjects(manager, [projectId]);
      const { project, organisation } = await this.access.require(user, projectId, 'results.verify', manager);
      if (project.year !== path.year) throw new DomainError('not-found');
      const round = await this.rounds.require(manager, path.year, path.month);
      const stored = await this.lights.ofProject(manager, round.id, projectId);
      if (stored === null) throw new DomainError('lights-not-computed');
      const row = {
        id: newId(),
        roundId: round.id,
        projectId,
        ...found(finding, stored, path),
        note: note ?? null,
        evidence,
        recordedBy: user.username,
        recordedAt: this.clock.now(),
        supersededAt: null,
      };
      await this.verification.record(manager, row);
      await this.audit.record(manager, {
        ...actorAt(user, 'results.verify', organisation.path),
        action: 'monitoring.verify-result',
        subject: `report/${path.year}-${path.month}/${projectId}`,
        after: { finding, note, evidence },
        remoteAddress,
      });
    });
    return this.query.run(user, path, projectId, locale);
  }
}

function found(finding: Finding, { indicators }: LightRows, path: VerificationPath) {
  if ('expenditureFen' in finding) {
    return { lineageId: null, answer: null, expenditureFen: finding.expenditureFen };
  }
  const indicator = indicators.find(({ lineageId }) => lineageId === finding.indicatorId);
  if (indicator === undefined) throw new DomainError('not-found');
  const answer = answerOf(finding);
  const { target } = indicator.inputs;
  const problem = checkAnswer(target, target.kind, answer, path);
  if (problem !== null) throw DomainError.of(problem);
  return { lineageId: finding.indicatorId, answer, expenditureFen: null };
}

function answerOf({ value, outcome, doneOn, notDone }: Exclude<Finding, { expenditureFen: number }>): IndicatorAnswer {
  const answers: IndicatorAnswer[] = [];
  if (typeof value === 'number') answers.push({ type: 'value', value });
  if (outcome) answers.push({ type: 'outcome', outcome, text: null });
  if (doneOn) answers.push({ type: 'doneOn', doneOn });
  if (notDone === true) answers.push({ type: 'notDone' });
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) throw new DomainError('verified-answer');
  return answer;
}
