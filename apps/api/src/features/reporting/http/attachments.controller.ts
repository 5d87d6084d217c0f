import { Controller, Delete, Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { ReportAttachments } from '../application/report-attachments.js';
import { AttachmentFields, AttachmentList, AttachmentPath } from './attachments.dto.js';
import { ReportPath } from './reporting.dto.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      indicatorId: { type: 'string', description: 'The indicator that the file belongs to' },
      file: { type: 'string', format: 'binary' },
    },
  },
};

/** Evidence of a report: pdf, docx, xlsx, ofd, jpg, png, csv and txt files, checked by their content. */
@ApiTags('reporting')
@Controller('rounds/:year/:month/projects/:projectId/attachments')
export class AttachmentsController {
  constructor(private readonly attachments: ReportAttachments) {}

  @Get()
  @Allow('lights.read')
  @Answers(AttachmentList)
  list(@Caller() user: CurrentUser, @Param({ schema: ReportPath }) path: ReportPath): Promise<AttachmentList> {
    return this.attachments.list(user, path);
  }

  @Post()
  @Allow('reports.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(AttachmentList, 201)
  async add(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<AttachmentList> {
    const { fields, files } = await readWholeUpload(request, { fields: AttachmentFields, maxFiles: 1 });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.attachments.add(user, path, file, fields.indicatorId ?? null, address);
  }

  /** Always as a download: nothing that somebody uploaded is shown by the browser in this site's name. */
  @Get(':attachmentId/file')
  @Allow('lights.read')
  @HttpCode(200)
  @ApiProduces('application/octet-stream')
  @ApiResponse({
    schema: { type: 'string', format: 'binary' },
    status: 200,
    description: 'The file as it was uploaded',
  })
  async file(
    @Caller() user: CurrentUser,
    @Param({ schema: AttachmentPath }) path: AttachmentPath,
  ): Promise<StreamableFile> {
    const { file, contentType, bytes } = await this.attachments.read(user, path, path.attachmentId);
    return new StreamableFile(bytes, {
      type: contentType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
      length: bytes.length,
    });
  }

  @Delete(':attachmentId')
  @Allow('reports.write')
  @Answers(AttachmentList)
  remove(
    @Caller() user: CurrentUser,
    @Param({ schema: AttachmentPath }) path: AttachmentPath,
    @RemoteAddress() address: string,
  ): Promise<AttachmentList> {
    return this.attachments.remove(user, path, path.attachmentId, address);
  }
}
