import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { OrganisationList } from './organisations.dto.js';

@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationRepository) {}

  /** What the caller may see by any permission; an administrator needs the tree without its figures. */
  @Get()
  @Allow()
  @Answers(OrganisationList)
  async list(@Caller() user: CurrentUser): Promise<z.output<typeof OrganisationList>> {
    const prefixes = new Set(Object.values(user.scope).flat());
    return { items: await this.organisations.within([...prefixes]) };
  }
}
