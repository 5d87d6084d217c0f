import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { AuditPageQuery } from '../application/audit-page.query.js';
import { AuditPage, AuditQuery } from './audit.dto.js';

@Controller('audit')
export class AuditController {
  constructor(private readonly page: AuditPageQuery) {}

  @Get()
  @Allow('audit.read')
  @Answers(AuditPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: AuditQuery }) query: z.output<typeof AuditQuery>,
  ): Promise<z.output<typeof AuditPage>> {
    return this.page.read(user, query);
  }
}
