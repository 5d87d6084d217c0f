import { Body, Controller, Delete, Get, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { JobAccepted } from '../../jobs/index.js';
import {
  ImportUploadView,
  StagedCorrection,
  StagedProject,
  StagedProjectPage,
  StagedProjectQuery,
} from './uploads.dto.js';

/** What becomes of an upload: it is previewed, corrected, confirmed or discarded, and its batches can be undone. */
@ApiTags('imports')
@Controller('imports')
export class UploadsController {
  @Get('uploads/:uploadId')
  @Allow('targets.import', 'lights.read')
  @Answers(ImportUploadView)
  upload(@Caller() _user: CurrentUser, @Param('uploadId', { schema: Id }) _uploadId: string): ImportUploadView {
    throw new DomainError('not-found');
  }

  @Post('uploads/:uploadId/confirm')
  @Allow('targets.import')
  @Answers(JobAccepted, 202)
  confirm(
    @Caller() _user: CurrentUser,
    @Param('uploadId', { schema: Id }) _uploadId: string,
  ): z.output<typeof JobAccepted> {
    throw new DomainError('not-found');
  }

  @Delete('uploads/:uploadId')
  @Allow('targets.import')
  @AnswersNothing()
  discard(@Caller() _user: CurrentUser, @Param('uploadId', { schema: Id }) _uploadId: string): void {
    throw new DomainError('not-found');
  }

  @Delete(':batchId')
  @Allow('targets.import')
  @AnswersNothing()
  drop(@Caller() _user: CurrentUser, @Param('batchId', { schema: Id }) _batchId: string): void {
    throw new DomainError('not-found');
  }

  @Get(':batchId/projects')
  @Allow('targets.import', 'lights.read')
  @Answers(StagedProjectPage)
  projects(
    @Caller() _user: CurrentUser,
    @Param('batchId', { schema: Id }) _batchId: string,
    @Query({ schema: StagedProjectQuery }) _query: z.output<typeof StagedProjectQuery>,
  ): StagedProjectPage {
    throw new DomainError('not-found');
  }

  @Get(':batchId/projects/:id')
  @Allow('targets.import', 'lights.read')
  @Answers(StagedProject)
  project(
    @Caller() _user: CurrentUser,
    @Param('batchId', { schema: Id }) _batchId: string,
    @Param('id', { schema: Id }) _id: string,
  ): StagedProject {
    throw new DomainError('not-found');
  }

  @Patch(':batchId/projects/:id')
  @Allow('targets.import')
  @Answers(StagedProject)
  correct(
    @Caller() _user: CurrentUser,
    @Param('batchId', { schema: Id }) _batchId: string,
    @Param('id', { schema: Id }) _id: string,
    @Body({ schema: StagedCorrection }) _correction: StagedCorrection,
  ): StagedProject {
    throw new DomainError('not-found');
  }

  @Get(':batchId/file')
  @Allow('targets.import', 'lights.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(@Caller() _user: CurrentUser, @Param('batchId', { schema: Id }) _batchId: string): StreamableFile {
    throw new DomainError('not-found');
  }

  @Post(':batchId/undo')
  @Allow('targets.import')
  @Answers(JobAccepted, 202)
  undo(@Caller() _user: CurrentUser, @Param('batchId', { schema: Id }) _batchId: string): z.output<typeof JobAccepted> {
    throw new DomainError('not-found');
  }
}
