import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ChangeRectification } from '../application/change-rectification.js';
import { OpenRectification } from '../application/open-rectification.js';
import { RectificationFiles } from '../application/rectification-files.js';
import { RectificationsQuery } from '../application/rectifications.query.js';
import { StepRectification } from '../application/step-rectification.js';
import {
  OwnerList,
  OwnerQuery,
  RectificationChange,
  RectificationDetail,
  RectificationInput,
  RectificationPage,
  RectificationQuery,
  RectificationStepInput,
  RectificationSummary,
  RectificationSummaryQuery,
} from './rectifications.dto.js';

const UPLOAD = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** 整改: what was found, who puts it right by when, the evidence, and what it brought (R27). */
@ApiTags('rectification')
@Controller('rectifications')
export class RectificationsController {
  constructor(
    private readonly query: RectificationsQuery,
    private readonly open: OpenRectification,
    private readonly changeOne: ChangeRectification,
    private readonly stepOne: StepRectification,
    private readonly files: RectificationFiles,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(RectificationPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: RectificationQuery }) query: RectificationQuery,
  ): Promise<RectificationPage> {
    return this.query.page(user, query);
  }

  @Get('summary')
  @Allow('lights.read')
  @Answers(RectificationSummary)
  summary(
    @Caller() user: CurrentUser,
    @Query({ schema: RectificationSummaryQuery }) query: RectificationSummaryQuery,
  ): Promise<RectificationSummary> {
    return this.query.summary(user, query);
  }

  @Get('owners')
  @Allow('lights.read')
  @Answers(OwnerList)
  owners(
    @Caller() user: CurrentUser,
    @Query({ schema: OwnerQuery }) { organisationId }: z.output<typeof OwnerQuery>,
  ): Promise<OwnerList> {
    return this.query.ownersOf(user, organisationId);
  }

  @Post()
  @Allow('rectifications.write', 'rectifications.review')
  @Answers(RectificationDetail, 201)
  async add(
    @Caller() user: CurrentUser,
    @Body({ schema: RectificationInput }) input: RectificationInput,
    @RemoteAddress() address: string,
  ): Promise<RectificationDetail> {
    return this.query.one(user, await this.open.run(user, input, address));
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(RectificationDetail)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<RectificationDetail> {
    return this.query.one(user, id);
  }

  @Patch(':id')
  @Allow('rectifications.write', 'rectifications.review')
  @Answers(RectificationDetail)
  async change(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RectificationChange }) change: RectificationChange,
    @RemoteAddress() address: string,
  ): Promise<RectificationDetail> {
    await this.changeOne.run(user, id, change, address);
    return this.query.one(user, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('rectifications.write', 'rectifications.review', 'alerts.decide')
  @Answers(RectificationDetail)
  async step(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RectificationStepInput }) input: RectificationStepInput,
    @RemoteAddress() address: string,
  ): Promise<RectificationDetail> {
    await this.stepOne.run(user, id, input, address);
    return this.query.one(user, id);
  }

  @Post(':id/files')
  @Allow('rectifications.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(RectificationDetail, 201)
  async attach(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<RectificationDetail> {
    const { files } = await readWholeUpload(request, { fields: z.object({}) });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    await this.files.add(user, id, file, address);
    return this.query.one(user, id);
  }

  /** Always as a download: nothing that somebody uploaded is shown by the browser in this site's name. */
  @Get(':id/files/:fileId')
  @Allow('lights.read')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ schema: { type: 'string', format: 'binary' }, status: 200, description: 'The file as uploaded' })
  async download(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Param('fileId', { schema: Id }) fileId: string,
  ): Promise<StreamableFile> {
    const { found, bytes } = await this.files.read(user, id, fileId);
    return new StreamableFile(bytes, {
      type: found.contentType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(found.file)}`,
      length: bytes.length,
    });
  }

  @Delete(':id/files/:fileId')
  @Allow('rectifications.write')
  @Answers(RectificationDetail)
  async detach(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Param('fileId', { schema: Id }) fileId: string,
    @RemoteAddress() address: string,
  ): Promise<RectificationDetail> {
    await this.files.remove(user, id, fileId, address);
    return this.query.one(user, id);
  }
}
