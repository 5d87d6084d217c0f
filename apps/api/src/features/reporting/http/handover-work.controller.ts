import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { HandoverWorkQuery } from '../application/handover-work.query.js';
import { HandoverWork } from './handover-work.dto.js';

/** Beside the handover itself, which is the people slice's and knows nothing of reports. */
@ApiTags('people')
@Controller('users/:id/handover')
export class HandoverWorkController {
  constructor(private readonly query: HandoverWorkQuery) {}

  @Get()
  @Allow('users.manage')
  @Answers(HandoverWork)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<HandoverWork> {
    return this.query.run(user, id);
  }
}
