import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { RoundPath, SealList } from '../http/seals.dto.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { requireSealReader } from './require-seal-reader.js';

/** The seals of a round, newest first. */
@Injectable()
export class SealListQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly seals: SealRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found`, `forbidden` */
  async run(user: CurrentUser, { year, month }: RoundPath): Promise<SealList> {
    requireSealReader(user);
    const round = await this.rounds.require(this.uow.reader, year, month);
    const seals = await this.seals.ofRound(this.uow.reader, round.id);
    const views = seals.reverse().map(({ rulePackRef, ...seal }) => ({ ...seal, rulePack: rulePackRef }));
    return { items: await this.names.beside(this.uow.reader, views, 'createdBy') };
  }
}
