import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import type { RoundVerification, VerificationPath } from '../http/verification.dto.js';
import { LightRepository } from '../persistence/light.repository.js';
import { VerificationRepository, type CandidateRow } from '../persistence/verification.repository.js';
import type { VerifiedResult } from '../persistence/verified-result.entity.js';
import { isDifferent, verifiedAssessment } from './verified-view.js';

/** Which projects of a round were drawn for verification or verified, with the lights of both. */
@Injectable()
export class RoundVerificationQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly years: FiscalYearRepository,
    private readonly verification: VerificationRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found` */
  async run(user: CurrentUser, { year, month }: VerificationPath): Promise<RoundVerification> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const samples = await this.verification.samples(manager, round.id);
    const drawn = new Set(samples.flatMap(({ projectIds }) => projectIds));
    const findings = await this.verification.ofRound(manager, round.id);
    const candidates = await this.verification.candidates(manager, round.id, scopeOf(user, 'lights.read'));
    const seen = candidates.filter(({ id }) => drawn.has(id) || findings.has(id));
    const projects: RoundVerification['projects'] = [];
    for (const row of seen) {
      projects.push(await this.project(round.id, row, drawn.has(row.id), findings.get(row.id) ?? []));
    }
    const inReach = new Set(candidates.map(({ id }) => id));
    const drawings = samples.map(({ id, seed, size, keyProjects, drawnBy, drawnAt, projectIds }) => {
      const visible = projectIds.filter((each) => inReach.has(each)).length;
      return { id, seed, size, keyProjects, drawnBy, drawnAt, projects: visible };
    });
    return { samples: await this.names.beside(manager, drawings, 'drawnBy'), projects };
  }

  private async project(
    roundId: string,
    { id, name, organisationName }: CandidateRow,
    isDrawn: boolean,
    findings: readonly VerifiedResult[],
  ): Promise<RoundVerification['projects'][number]> {
    const manager = this.uow.reader;
    const stored = await this.lights.ofProject(manager, roundId, id);
    const heading = { projectId: id, name, organisationName, isDrawn, light: stored?.project.light ?? null };
    if (stored === null || findings.length === 0) return { ...heading, verifiedLight: null, verified: 0, differing: 0 };
    const rulePack = await this.years.rulePack(manager, stored.project.rulePackRef);
    return {
      ...heading,
      verifiedLight: verifiedAssessment(stored, findings, rulePack).light,
      verified: findings.length,
      differing: findings.filter((finding) => isDifferent(stored, finding)).length,
    };
  }
}
