import type { Problem } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoundRepository } from '../../reporting/index.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';

/** Why a report cannot be sealed yet, whoever does it, as far as that is told without drafting it again. */
@Injectable()
export class SealObstacle {
  constructor(private readonly rounds: RoundRepository) {}

  /** @returns null where nothing is in the way */
  async of(
    manager: EntityManager,
    { year, month }: OfficialReport,
    { settled }: Pick<OfficialReportVersion, 'settled'>,
  ): Promise<Problem | null> {
    const { status } = await this.rounds.require(manager, year, month);
    if (status !== 'locked') return { code: 'official-report-round-open', params: { year, month } };
    return settled ? null : { code: 'official-report-outdated' };
  }
}
