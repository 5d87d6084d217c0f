import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { RoundPath, SealCheckState, SealCheckView } from '../http/seals.dto.js';
import type { SealCheck } from '../persistence/seal-check.entity.js';
import { SealCheckRepository } from '../persistence/seal-check.repository.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { requireSealReader } from './require-seal-reader.js';
import { findingParams } from './seal-finding.js';

/** The latest check of a round against its seals, and the one that goes on. */
@Injectable()
export class SealCheckQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly seals: SealRepository,
    private readonly checks: SealCheckRepository,
    private readonly names: PeopleNames,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** @throws DomainError `round-not-found`, `forbidden` */
  async run(user: CurrentUser, { year, month }: RoundPath, locale: Locale): Promise<SealCheckState> {
    requireSealReader(user);
    const { reader } = this.uow;
    const { id } = await this.rounds.require(reader, year, month);
    // Asked before the result is read: a check that ends in between is then still said to go on, and asked for again.
    const running = await this.checks.underWay(reader, id);
    const last = await this.checks.ofRound(reader, id);
    const sealVersion = (await this.seals.ofRound(reader, id)).at(-1)?.version ?? null;
    const nameOf = await this.names.of(reader, [running?.requestedBy ?? null, last?.checkedBy ?? null]);
    return {
      running: running && {
        jobId: running.id,
        status: running.status,
        done: running.done,
        total: running.total,
        requestedBy: running.requestedBy,
        requestedByName: nameOf(running.requestedBy),
      },
      failed: await this.failed(reader, id, last, locale),
      last: last && this.view(last, sealVersion, nameOf, locale),
    };
  }

  /** The check that ended last where it came to no result; one that was called off is none. */
  private async failed(
    manager: EntityManager,
    roundId: string,
    last: SealCheck | null,
    locale: Locale,
  ): Promise<SealCheckState['failed']> {
    const ended = await this.checks.lastEnded(manager, roundId);
    if (ended?.status !== 'dead' || ended.finishedAt === null) return null;
    if (last !== null && last.checkedAt > ended.finishedAt) return null;
    const refusal = ended.failure && new DomainError(ended.failure.code, ended.failure.params);
    return { at: ended.finishedAt, message: refusal && this.catalogue.sentence(refusal, locale) };
  }

  private view(
    { checkedAt, checkedBy, projects, deviationCount, result, ...check }: SealCheck,
    sealVersion: number | null,
    nameOf: NameOf,
    locale: Locale,
  ): SealCheckView {
    const findings = result.findings.map((each) => ({
      ...each,
      fields: [...each.fields],
      message: this.catalogue.sentence({ code: each.code, params: findingParams(each) }, locale),
    }));
    return {
      checkedAt,
      checkedBy,
      checkedByName: nameOf(checkedBy),
      outdated: check.sealVersion !== sealVersion,
      intact: findings.length === 0 && deviationCount === 0,
      projects,
      deviationCount,
      deviations: result.deviations.map((each) => ({ ...each, differs: [...each.differs] })),
      seals: [...result.seals],
      reopened: [...result.reopened],
      findings,
    };
  }
}
