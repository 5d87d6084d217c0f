import { RATIO_RULE_PACK, rulePackRef, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { FiscalYearList } from '../http/targets.dto.js';
import { FiscalYear } from '../persistence/fiscal-year.entity.js';
import { RulePackVersion } from '../persistence/rule-pack-version.entity.js';

/** What every page needs to choose from: the fiscal years, newest first, and the published rule packs. */
@Injectable()
export class FiscalYearsQuery {
  constructor(private readonly uow: UnitOfWork) {}

  async years(): Promise<z.output<typeof FiscalYearList>> {
    const years = await this.uow.reader.find(FiscalYear, { order: { year: 'DESC' } });
    return {
      items: years.map(({ year, status, rulePackRef: chosen }) => ({
        year,
        status,
        rulePack: chosen ?? rulePackRef(RATIO_RULE_PACK),
      })),
    };
  }

  async rulePacks(): Promise<{ items: RulePack[] }> {
    const packs = await this.uow.reader.find(RulePackVersion, { order: { packId: 'ASC', version: 'DESC' } });
    return { items: packs.map(({ content }) => content) };
  }
}
