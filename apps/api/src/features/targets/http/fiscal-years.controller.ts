import type { RulePack } from '@jixiao/domain';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { FiscalYearsQuery } from '../application/fiscal-years.query.js';
import { RulePackList } from './rule-pack.dto.js';
import { FiscalYearList } from './targets.dto.js';

@ApiTags('targets')
@Controller()
export class FiscalYearsController {
  constructor(private readonly query: FiscalYearsQuery) {}

  @Get('fiscal-years')
  @Allow()
  @Answers(FiscalYearList)
  years(): Promise<z.output<typeof FiscalYearList>> {
    return this.query.years();
  }

  @Get('rule-packs')
  @Allow()
  @Answers(RulePackList)
  rulePacks(): Promise<{ items: RulePack[] }> {
    return this.query.rulePacks();
  }
}
