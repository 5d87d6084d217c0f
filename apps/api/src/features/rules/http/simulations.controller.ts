import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { RequestSimulation } from '../application/request-simulation.js';
import { SimulationChangesQuery } from '../application/simulation-changes.query.js';
import { SimulationsQuery } from '../application/simulations.query.js';
import {
  SimulationChangePage,
  SimulationChangesQueryInput,
  SimulationInput,
  SimulationList,
  SimulationView,
} from './simulations.dto.js';

@ApiTags('rules')
@Controller('rule-simulations')
export class SimulationsController {
  constructor(
    private readonly request: RequestSimulation,
    private readonly simulations: SimulationsQuery,
    private readonly changesOf: SimulationChangesQuery,
  ) {}

  @Get()
  @Allow('rules.manage')
  @Answers(SimulationList)
  list(@Caller() user: CurrentUser): Promise<SimulationList> {
    return this.simulations.list(user);
  }

  @Post()
  @Allow('rules.manage')
  @Answers(JobAccepted, 202)
  simulate(
    @Caller() user: CurrentUser,
    @Body({ schema: SimulationInput }) input: SimulationInput,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return this.request.run(user, input, address);
  }

  @Get(':id')
  @Allow('rules.manage')
  @Answers(SimulationView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<SimulationView> {
    return this.simulations.one(user, id);
  }

  @Get(':id/changes')
  @Allow('rules.manage')
  @Answers(SimulationChangePage)
  changes(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: SimulationChangesQueryInput }) query: SimulationChangesQueryInput,
    @ReaderLocale() locale: Locale,
  ): Promise<SimulationChangePage> {
    return this.changesOf.run(user, id, query, locale);
  }
}
