import { drawSample } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { RoundVerification, SampleInput, VerificationPath } from '../http/verification.dto.js';
import { VerificationRepository } from '../persistence/verification.repository.js';
import { RoundVerificationQuery } from './round-verification.query.js';

/** Draws projects of a round for verification, reproducibly from a seed; a locked round may still be verified. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly organisations: OrganisationAccess,
    private readonly verification: VerificationRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly query: RoundVerificationQuery,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach, `sample-empty` */
  async run(
    user: CurrentUser,
    { year, month }: VerificationPath,
    { seed, size, share, keyProjects, organisationId }: SampleInput,
    remoteAddress: string,
  ): Promise<RoundVerification> {
    const paths = await this.organisations.scope(user, 'results.verify', organisationId);
    await this.uow.run(async (manager) => {
      const round = await this.rounds.require(manager, year, month);
      const rows = await this.verification.candidates(manager, round.id, paths);
      const candidates = rows.map(({ isKey, ...row }) => ({ ...row, key: Boolean(isKey) }));
      const wanted = size ?? Math.ceil((candidates.length * (share ?? 0)) / 100);
      const projectIds = drawSample(candidates, { seed, size: wanted, keyProjects });
      if (projectIds.length === 0) throw new DomainError('sample-empty');
      const sample = {
        id: newId(),
        roundId: round.id,
        seed,
        size: wanted,
        keyProjects,
        organisationId: organisationId ?? null,
        projectIds,
        drawnBy: user.username,
        drawnAt: this.clock.now(),
      };
      await this.verification.insertSample(manager, sample);
      await this.audit.record(manager, {
        // Of several places where a person may draw, the first one stands for the sample.
        ...actorAt(user, 'results.verify', paths[0] ?? EVERYWHERE),
        action: 'monitoring.draw-sample',
        subject: `round/${year}-${month}`,
        after: { seed, size: wanted, keyProjects, organisationId, projectIds },
        remoteAddress,
      });
    });
    return this.query.run(user, { year, month });
  }
}
