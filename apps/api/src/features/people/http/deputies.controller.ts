import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { DelegationViews } from '../application/delegation-views.js';
import { Deputies } from '../application/deputies.js';
import { DeputyCandidatesQuery } from '../application/deputy-candidates.query.js';
import { CandidateList, CandidateQuery, DelegationInput, DelegationList, NewDelegationView } from './people.dto.js';

/** A person's own deputies, and whose deputy the person is. */
@ApiTags('people')
@Controller('deputies')
@Allow()
export class DeputiesController {
  constructor(
    private readonly deputies: Deputies,
    private readonly views: DelegationViews,
    private readonly candidates: DeputyCandidatesQuery,
  ) {}

  @Get()
  @Answers(DelegationList)
  async list(@Caller() user: CurrentUser): Promise<z.output<typeof DelegationList>> {
    return { items: await this.views.currentOf(user.userId) };
  }

  @Get('candidates')
  @Answers(CandidateList)
  async choose(
    @Caller() user: CurrentUser,
    @Query({ schema: CandidateQuery }) { search }: z.output<typeof CandidateQuery>,
  ): Promise<z.output<typeof CandidateList>> {
    return { items: await this.candidates.run(user, search) };
  }

  @Post()
  @Answers(NewDelegationView, 201)
  appoint(
    @Caller() user: CurrentUser,
    @Body({ schema: DelegationInput }) input: DelegationInput,
    @RemoteAddress() address: string,
  ): Promise<NewDelegationView> {
    return this.deputies.appointOwn(user, input, address);
  }

  @Post(':id/end')
  @AnswersNothing()
  end(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.deputies.end(user, id, address);
  }
}
