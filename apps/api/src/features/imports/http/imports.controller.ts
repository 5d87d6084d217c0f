import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { readUpload } from '../../../platform/http/read-upload.js';
import { JobAccepted } from '../../jobs/index.js';
import { AcceptUpload } from '../application/accept-upload.js';
import { CorrectStaged } from '../application/correct-staged.js';
import { DecideUpload } from '../application/decide-upload.js';
import { ImportBatchesQuery } from '../application/import-batches.query.js';
import { ImportFileQuery } from '../application/import-file.query.js';
import { StagedProjectsQuery } from '../application/staged-projects.query.js';
import { UndoImport } from '../application/undo-import.js';
import { UploadViewQuery } from '../application/upload-view.query.js';
import {
  ImportBatchPage,
  ImportBatchQuery,
  ImportFields,
  ImportUploadView,
  StagedCorrection,
  StagedProject,
  StagedProjectPage,
  StagedProjectQuery,
  UploadAccepted,
} from './uploads.dto.js';

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
const MOST_FILES = 20;

/** Documents come in as an upload, are previewed and corrected, and then confirmed or discarded; a saved one can be undone. */
@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly accept: AcceptUpload,
    private readonly decide: DecideUpload,
    private readonly correct: CorrectStaged,
    private readonly undone: UndoImport,
    private readonly batches: ImportBatchesQuery,
    private readonly uploads: UploadViewQuery,
    private readonly staged: StagedProjectsQuery,
    private readonly files: ImportFileQuery,
  ) {}

  @Post()
  @Allow('targets.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(UploadAccepted, 202)
  upload(
    @Caller() user: CurrentUser,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<UploadAccepted> {
    const rules = { fields: ImportFields, maxFiles: MOST_FILES };
    return this.accept.run(user, (take) => readUpload(request, rules, take), address);
  }

  @Get()
  @Allow('targets.import', 'lights.read')
  @Answers(ImportBatchPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: ImportBatchQuery }) query: z.output<typeof ImportBatchQuery>,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportBatchPage> {
    return this.batches.run(user, query, locale);
  }

  @Get('uploads/:uploadId')
  @Allow('targets.import', 'lights.read')
  @Answers(ImportUploadView)
  one(
    @Caller() user: CurrentUser,
    @Param('uploadId', { schema: Id }) uploadId: string,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportUploadView> {
    return this.uploads.run(user, uploadId, locale);
  }

  @Post('uploads/:uploadId/confirm')
  @Allow('targets.import')
  @Answers(JobAccepted, 202)
  async confirm(
    @Caller() user: CurrentUser,
    @Param('uploadId', { schema: Id }) uploadId: string,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return { jobId: await this.decide.confirm(user, uploadId, address) };
  }

  @Delete('uploads/:uploadId')
  @Allow('targets.import')
  @AnswersNothing()
  discard(
    @Caller() user: CurrentUser,
    @Param('uploadId', { schema: Id }) uploadId: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.decide.discard(user, uploadId, address);
  }

  @Delete(':batchId')
  @Allow('targets.import')
  @AnswersNothing()
  drop(
    @Caller() user: CurrentUser,
    @Param('batchId', { schema: Id }) batchId: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.decide.drop(user, batchId, address);
  }

  @Get(':batchId/projects')
  @Allow('targets.import', 'lights.read')
  @Answers(StagedProjectPage)
  projects(
    @Caller() user: CurrentUser,
    @Param('batchId', { schema: Id }) batchId: string,
    @Query({ schema: StagedProjectQuery }) query: z.output<typeof StagedProjectQuery>,
  ): Promise<StagedProjectPage> {
    return this.staged.page(user, batchId, query);
  }

  @Get(':batchId/projects/:id')
  @Allow('targets.import', 'lights.read')
  @Answers(StagedProject)
  project(
    @Caller() user: CurrentUser,
    @Param('batchId', { schema: Id }) batchId: string,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<StagedProject> {
    return this.staged.one(user, batchId, id, locale);
  }

  @Patch(':batchId/projects/:id')
  @Allow('targets.import')
  @Answers(StagedProject)
  async correctProject(
    @Caller() user: CurrentUser,
    @Param('batchId', { schema: Id }) batchId: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: StagedCorrection }) correction: StagedCorrection,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<StagedProject> {
    await this.correct.run(user, batchId, id, correction, address);
    return this.staged.one(user, batchId, id, locale);
  }

  @Get(':batchId/file')
  @Allow('targets.import', 'lights.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Caller() user: CurrentUser, @Param('batchId', { schema: Id }) batchId: string): Promise<StreamableFile> {
    const { bytes, disposition } = await this.files.run(user, batchId);
    return new StreamableFile(bytes, { type: 'application/octet-stream', disposition, length: bytes.length });
  }

  @Post(':batchId/undo')
  @Allow('targets.import')
  @Answers(JobAccepted, 202)
  async undo(
    @Caller() user: CurrentUser,
    @Param('batchId', { schema: Id }) batchId: string,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return { jobId: await this.undone.request(user, batchId, address) };
  }
}
