import type { RulePack } from '@jixiao/domain';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { DepartmentGoalsQuery } from '../application/department-goals.query.js';
import { FiscalYearsQuery } from '../application/fiscal-years.query.js';
import { RulePackList } from './rule-pack.dto.js';
import { DepartmentGoalList, DepartmentGoalQuery, FiscalYearList } from './targets.dto.js';

@ApiTags('targets')
@Controller()
export class FiscalYearsController {
  constructor(
    private readonly query: FiscalYearsQuery,
    private readonly goalsQuery: DepartmentGoalsQuery,
  ) {}

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

  @Get('department-goals')
  @Allow('lights.read')
  @Answers(DepartmentGoalList)
  departmentGoals(
    @Caller() user: CurrentUser,
    @Query({ schema: DepartmentGoalQuery }) query: z.output<typeof DepartmentGoalQuery>,
  ): Promise<z.output<typeof DepartmentGoalList>> {
    return this.goalsQuery.run(user, query);
  }
}
