import { Controller, Get, HttpCode, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { AuditChoicesQuery } from '../application/audit-choices.query.js';
import { AuditPageQuery } from '../application/audit-page.query.js';
import { AuditVerificationQuery } from '../application/audit-verification.query.js';
import { ExportAudit, type ExportFormat } from '../application/export-audit.js';
import {
  AuditChoices,
  AuditExportQuery,
  AuditPage,
  AuditQuery,
  AuditVerification,
  AuditVerificationQueryFields,
} from './audit.dto.js';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

@Controller('audit')
export class AuditController {
  constructor(
    private readonly page: AuditPageQuery,
    private readonly choices: AuditChoicesQuery,
    private readonly verification: AuditVerificationQuery,
    private readonly exporting: ExportAudit,
  ) {}

  @Get()
  @Allow('audit.read')
  @Answers(AuditPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: AuditQuery }) query: z.output<typeof AuditQuery>,
    @ReaderLocale() locale: Locale,
  ): Promise<z.output<typeof AuditPage>> {
    return this.page.read(user, query, locale);
  }

  @Get('choices')
  @Allow('audit.read')
  @Answers(AuditChoices)
  chooseFrom(@Caller() user: CurrentUser, @ReaderLocale() locale: Locale): Promise<z.output<typeof AuditChoices>> {
    return this.choices.read(user, locale);
  }

  @Get('verification')
  @Allow('audit.read')
  @Answers(AuditVerification)
  verify(
    @Caller() user: CurrentUser,
    @Query({ schema: AuditVerificationQueryFields }) { expected }: z.output<typeof AuditVerificationQueryFields>,
    @ReaderLocale() locale: Locale,
  ): Promise<z.output<typeof AuditVerification>> {
    return this.verification.read(user, expected, locale);
  }

  @Get('export')
  @Allow('audit.read')
  @HttpCode(200)
  @ApiProduces(...Object.values(TYPES))
  @ApiResponse({ status: 200, description: 'A file', schema: { type: 'string', format: 'binary' } })
  async export(
    @Caller() user: CurrentUser,
    @Query({ schema: AuditExportQuery }) { format, ...criteria }: z.output<typeof AuditExportQuery>,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() remoteAddress: string,
  ): Promise<StreamableFile> {
    const { file, content } = await this.exporting.run(user, criteria, { format, locale, remoteAddress });
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file)}`;
    return new StreamableFile(content, { type: TYPES[format], disposition });
  }
}
