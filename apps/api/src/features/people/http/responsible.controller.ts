import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { ResponsiblePeopleQuery } from '../application/responsible-people.query.js';
import { ResponsiblePeople } from './responsible.dto.js';

/** Whom to ask about an organisation's figures. */
@ApiTags('people')
@Controller('organisations/:id/responsible')
@Allow('lights.read')
export class ResponsibleController {
  constructor(private readonly responsible: ResponsiblePeopleQuery) {}

  @Get()
  @Answers(ResponsiblePeople)
  list(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<ResponsiblePeople> {
    return this.responsible.run(user, id);
  }
}
