import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ProjectDocuments } from '../application/project-documents.js';
import { ProposeChange } from '../application/propose-change.js';
import { StepChange } from '../application/step-change.js';
import { TargetChangeQuery } from '../application/target-change.query.js';
import { TargetChangesQuery } from '../application/target-changes.query.js';
import {
  ChangeStepInput,
  ChangeStepName,
  ProjectDocumentView,
  TargetChangeDetail,
  TargetChangeInput,
  TargetChangeList,
  TargetChangePage,
  TargetChangeQueryInput,
} from './target-changes.dto.js';

const ANY_FILE = 'application/octet-stream';
const UPLOAD = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** Proposed changes of targets, and the documents that support them. */
@ApiTags('targets')
@Controller()
export class TargetChangesController {
  constructor(
    private readonly list: TargetChangesQuery,
    private readonly one: TargetChangeQuery,
    private readonly proposeChange: ProposeChange,
    private readonly stepChange: StepChange,
    private readonly documents: ProjectDocuments,
  ) {}

  @Get('target-changes')
  @Allow('lights.read')
  @Answers(TargetChangePage)
  queue(
    @Caller() user: CurrentUser,
    @Query({ schema: TargetChangeQueryInput }) query: TargetChangeQueryInput,
  ): Promise<TargetChangePage> {
    return this.list.page(user, query);
  }

  @Get('target-changes/:changeId')
  @Allow('lights.read')
  @Answers(TargetChangeDetail)
  detail(
    @Caller() user: CurrentUser,
    @Param('changeId', { schema: Id }) changeId: string,
    @ReaderLocale() locale: Locale,
  ): Promise<TargetChangeDetail> {
    return this.one.run(user, changeId, locale);
  }

  @Post('target-changes/:changeId/:step')
  @Allow('targets.propose', 'targets.review', 'targets.approve')
  @Answers(TargetChangeDetail)
  step(
    @Caller() user: CurrentUser,
    @Param('changeId', { schema: Id }) changeId: string,
    @Param('step', { schema: ChangeStepName }) step: z.output<typeof ChangeStepName>,
    @Body({ schema: ChangeStepInput }) { message }: z.output<typeof ChangeStepInput>,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() remoteAddress: string,
  ): Promise<TargetChangeDetail> {
    return this.stepChange.run(user, changeId, { step, message: message ?? null, locale, remoteAddress });
  }

  @Get('projects/:id/target-changes')
  @Allow('lights.read')
  @Answers(TargetChangeList)
  ofProject(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.output<typeof TargetChangeList>> {
    return this.list.ofProject(user, id);
  }

  @Post('projects/:id/target-changes')
  @Allow('targets.propose')
  @Answers(TargetChangeDetail, 201)
  propose(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TargetChangeInput }) input: TargetChangeInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<TargetChangeDetail> {
    return this.proposeChange.run(user, id, input, locale, address);
  }

  @Post('projects/:id/documents')
  @Allow('targets.propose', 'budgets.adjust')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(ProjectDocumentView, 201)
  async upload(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<ProjectDocumentView> {
    const { files } = await readWholeUpload(request, { fields: z.object({}) });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.documents.add(user, id, file, address);
  }

  @Get('projects/:id/documents/:documentId')
  @Allow('lights.read')
  @ApiProduces(ANY_FILE)
  @ApiResponse({ schema: { type: 'string', format: 'binary' }, status: 200, description: 'The document as uploaded' })
  async download(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Param('documentId', { schema: Id }) documentId: string,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.documents.read(user, id, documentId);
    return new StreamableFile(bytes, {
      type: document.mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      length: bytes.length,
    });
  }
}
