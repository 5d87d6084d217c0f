import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { AddOrganisation } from '../application/add-organisation.js';
import { AllowSelfApproval } from '../application/allow-self-approval.js';
import { ChangeOrganisation } from '../application/change-organisation.js';
import { OrganisationAccess } from '../application/organisation-access.js';
import { RemoveOrganisation } from '../application/remove-organisation.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import {
  Organisation,
  OrganisationChanges,
  OrganisationInput,
  OrganisationList,
  SelfApprovalInput,
} from './organisations.dto.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly selfApproval: AllowSelfApproval,
    private readonly access: OrganisationAccess,
    private readonly addOrganisation: AddOrganisation,
    private readonly changeOrganisation: ChangeOrganisation,
    private readonly removeOrganisation: RemoveOrganisation,
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

  @Post()
  @Allow('settings.manage')
  @Answers(Organisation, 201)
  async add(
    @Caller() user: CurrentUser,
    @Body({ schema: OrganisationInput }) input: OrganisationInput,
    @RemoteAddress() remoteAddress: string,
  ): Promise<Organisation> {
    const { parentId, ...fields } = input;
    const parent = await this.access.require(user, parentId, 'settings.manage');
    this.access.requireKind(user, fields.kind);
    const added = { ...fields, parentCode: parent.code, addedBy: user.username, remoteAddress };
    return this.addOrganisation.execute(added);
  }

  @Patch(':id')
  @Allow('settings.manage')
  @Answers(Organisation)
  change(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OrganisationChanges }) changes: OrganisationChanges,
    @RemoteAddress() remoteAddress: string,
  ): Promise<Organisation> {
    return this.changeOrganisation.execute(user, id, changes, remoteAddress);
  }

  @Delete(':id')
  @Allow('settings.manage')
  @AnswersNothing()
  remove(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<void> {
    return this.removeOrganisation.execute(user, id, remoteAddress);
  }
}
