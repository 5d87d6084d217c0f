import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { AllowSelfApproval } from '../application/allow-self-approval.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { Organisation, OrganisationList, SelfApprovalInput } from './organisations.dto.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly selfApproval: AllowSelfApproval,
  ) {}

  /** What the caller may see by any permission; an administrator needs the tree without its figures. */
  @Get()
  @Allow()
  @Answers(OrganisationList)
  async list(@Caller() user: CurrentUser): Promise<z.output<typeof OrganisationList>> {
    const prefixes = new Set(Object.values(user.scope).flat());
    return { items: await this.organisations.within([...prefixes]) };
  }
  @Put(':id/self-approval')
  @Allow('rounds.manage')
  @Answers(Organisation)
  allowSelfApproval(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SelfApprovalInput }) input: SelfApprovalInput,
    @RemoteAddress() address: string,
  ): Promise<Organisation> {
    return this.selfApproval.run(user, id, input, address);
  }
}
