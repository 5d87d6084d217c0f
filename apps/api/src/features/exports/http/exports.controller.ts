import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DeleteExport } from '../application/delete-export.js';
import { ExportFileQuery } from '../application/export-file.query.js';
import { ExportsQuery } from '../application/exports.query.js';
import { RequestExport } from '../application/request-export.js';
import { ExportAccepted, ExportInput, ExportListQuery, ExportPage, ExportView } from './exports.dto.js';

/** Official forms and evidence as files, written in the background; everybody sees their own. */
@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly request: RequestExport,
    private readonly exports: ExportsQuery,
    private readonly files: ExportFileQuery,
    private readonly deleting: DeleteExport,
  ) {}

  @Post()
  @Allow('lights.read')
  @Answers(ExportAccepted, 202)
  ask(
    @Caller() user: CurrentUser,
    @Body({ schema: ExportInput }) input: ExportInput,
    @RemoteAddress() remoteAddress: string,
  ): Promise<ExportAccepted> {
    return this.request.run(user, input, remoteAddress);
  }

  @Get()
  @Allow('lights.read')
  @Answers(ExportPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: ExportListQuery }) query: ExportListQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<ExportPage> {
    return this.exports.page(user, query, locale);
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(ExportView)
  one(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<ExportView> {
    return this.exports.one(user, id, locale);
  }

  @Get(':id/file')
  @Allow('lights.read')
  @HttpCode(200)
  @ApiProduces('application/octet-stream')
  @ApiResponse({ schema: { type: 'string', format: 'binary' }, status: 200, description: 'A document or an archive' })
  async file(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<StreamableFile> {
    const { file, contentType, bytes, content } = await this.files.run(user, id, remoteAddress);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file)}`;
    return new StreamableFile(content, { type: contentType, disposition, length: bytes });
  }

  @Delete(':id')
  @Allow('lights.read')
  @AnswersNothing()
  remove(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<void> {
    return this.deleting.run(user, id, remoteAddress);
  }
}
