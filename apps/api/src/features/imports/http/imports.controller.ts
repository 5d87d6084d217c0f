import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ImportBatchesQuery } from '../application/import-batches.query.js';
import { PreviewImport } from '../application/preview-import.js';
import { SaveImport } from '../application/save-import.js';
import { ImportResult } from './imports.dto.js';
import { readUpload } from './read-upload.js';
import { ImportBatchPage, ImportBatchQuery, UploadAccepted } from './uploads.dto.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['year', 'files'],
    properties: {
      year: { type: 'integer' },
      organisationId: { type: 'string' },
      files: { type: 'array', items: { type: 'string', format: 'binary' } },
    },
  },
};

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly previewImport: PreviewImport,
    private readonly saveImport: SaveImport,
    private readonly batches: ImportBatchesQuery,
  ) {}

  @Post('preview')
  @Allow('targets.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(ImportResult)
  async preview(
    @Caller() user: CurrentUser,
    @Req() request: FastifyRequest,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportResult> {
    return this.previewImport.run(user, await readUpload(request), locale);
  }

  @Post()
  @Allow('targets.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(ImportResult, 201)
  @ApiResponse({ status: 202, standardSchema: UploadAccepted, description: 'Being read' })
  async save(
    @Caller() user: CurrentUser,
    @Req() request: FastifyRequest,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ImportResult> {
    return this.saveImport.run(user, await readUpload(request), locale, address);
  }

  @Get()
  @Allow('targets.import', 'lights.read')
  @Answers(ImportBatchPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: ImportBatchQuery }) query: z.output<typeof ImportBatchQuery>,
  ): Promise<ImportBatchPage> {
    return this.batches.run(user, query);
  }
}
