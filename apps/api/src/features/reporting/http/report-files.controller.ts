import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { MakeReportWorkbook } from '../application/make-report-workbook.js';
import { ReportUploads } from '../application/report-uploads.js';
import { TakeReportFile } from '../application/take-report-file.js';
import { ReportFileFields, ReportFileResult, RoundPath, WorkbookQuery } from './report-files.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      dryRun: { type: 'boolean', description: 'Only show what would change' },
      file: { type: 'string', format: 'binary' },
    },
  },
};
const WORKBOOK = {
  schema: { type: 'string', format: 'binary' },
  status: 200,
  description: 'An .xlsx workbook',
} as const;

/** Report files: the template to fill in, taking a filled file in, and a refused one with its errors. */
@ApiTags('reporting')
@Controller()
export class ReportFilesController {
  constructor(
    private readonly template: MakeReportWorkbook,
    private readonly take: TakeReportFile,
    private readonly uploads: ReportUploads,
  ) {}

  @Get('rounds/:year/:month/report-workbook')
  @Allow('reports.write', 'lights.read')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiResponse(WORKBOOK)
  async workbook(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) path: RoundPath,
    @Query({ schema: WorkbookQuery }) { organisationId }: WorkbookQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<StreamableFile> {
    return fileOf(await this.template.run(user, path, organisationId, locale));
  }

  @Post('rounds/:year/:month/report-file')
  @Allow('reports.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(ReportFileResult)
  async upload(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) path: RoundPath,
    @Req() request: FastifyRequest,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() remoteAddress: string,
  ): Promise<ReportFileResult> {
    const { fields, files } = await readWholeUpload(request, { fields: ReportFileFields, maxFiles: 1 });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.take.run(user, path, file, { dryRun: fields.dryRun, locale, remoteAddress });
  }

  @Get('report-uploads/:id/workbook')
  @Allow('reports.write')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiResponse(WORKBOOK)
  async errors(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<StreamableFile> {
    return fileOf(await this.uploads.read(user, id));
  }
}

const fileOf = ({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): StreamableFile =>
  new StreamableFile(bytes, {
    type: XLSX,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
    length: bytes.length,
  });
