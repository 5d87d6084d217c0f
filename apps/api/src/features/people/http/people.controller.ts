import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { AccountHelp } from '../application/account-help.js';
import { AddPerson } from '../application/add-person.js';
import { ChangePerson } from '../application/change-person.js';
import { Deputies } from '../application/deputies.js';
import { HandOver } from '../application/hand-over.js';
import { PeoplePageQuery } from '../application/people.query.js';
import {
  DelegationInput,
  FirstPassword,
  HandoverInput,
  HandoverResult,
  NewDelegationView,
  NewPersonInput,
  PeopleQuery,
  PersonChanges,
  PersonDetail,
  PersonPage,
} from './people.dto.js';

/** The people whom an administrator manages: those whose roles all lie within his reach. */
@ApiTags('people')
@Controller('users')
@Allow('users.manage')
export class PeopleController {
  constructor(
    private readonly people: PeoplePageQuery,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly help: AccountHelp,
    private readonly handOver: HandOver,
    private readonly deputies: Deputies,
  ) {}

  @Get()
  @Answers(PersonPage)
  list(@Caller() user: CurrentUser, @Query({ schema: PeopleQuery }) query: PeopleQuery): Promise<PersonPage> {
    return this.people.list(user, query);
  }

  /** The first password is in the answer and nowhere else. */
  @Post()
  @Answers(FirstPassword, 201)
  add(
    @Caller() user: CurrentUser,
    @Body({ schema: NewPersonInput }) input: NewPersonInput,
    @RemoteAddress() address: string,
  ): Promise<FirstPassword> {
    return this.addPerson.execute(user, input, address);
  }

  @Get(':id')
  @Answers(PersonDetail)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<PersonDetail> {
    return this.people.one(user, id);
  }

  @Patch(':id')
  @Answers(PersonDetail)
  async change(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PersonChanges }) changes: PersonChanges,
    @RemoteAddress() address: string,
  ): Promise<PersonDetail> {
    await this.changePerson.execute(user, id, changes, address);
    return this.people.one(user, id);
  }

  @Post(':id/password-reset')
  @Answers(FirstPassword)
  resetPassword(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() address: string,
  ): Promise<FirstPassword> {
    return this.help.resetPassword(user, id, address);
  }

  @Post(':id/unlock')
  @AnswersNothing()
  unlock(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.help.unlock(user, id, address);
  }

  @Post(':id/end-sessions')
  @AnswersNothing()
  endSessions(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.help.endSessions(user, id, address);
  }

  @Post(':id/handover')
  @Answers(HandoverResult)
  handover(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandoverInput }) input: HandoverInput,
    @RemoteAddress() address: string,
  ): Promise<HandoverResult> {
    return this.handOver.execute(user, id, input, address);
  }

  @Post(':id/deputies')
  @Answers(NewDelegationView, 201)
  appoint(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DelegationInput }) input: DelegationInput,
    @RemoteAddress() address: string,
  ): Promise<NewDelegationView> {
    return this.deputies.appointFor(user, id, input, address);
  }
}
