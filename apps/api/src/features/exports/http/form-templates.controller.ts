import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PublishTemplate } from '../application/publish-template.js';
import { TemplatesQuery } from '../application/templates.query.js';
import {
  TemplateFields,
  TemplateList,
  TemplatePath,
  TemplateReset,
  TemplateUploadResult,
  TemplateVersionView,
  TemplateWorkbookQuery,
} from './form-templates.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file', 'basedOn'],
    properties: {
      dryRun: { type: 'boolean', description: 'Only say what is wrong with it' },
      basedOn: { type: 'string', description: 'The version in force that was looked at' },
      note: { type: 'string' },
      file: { type: 'string', format: 'binary' },
    },
  },
};

/** The official forms as an authority wants them printed, as versions that finance publishes. */
@ApiTags('exports')
@Controller('form-templates')
export class FormTemplatesController {
  constructor(
    private readonly templates: TemplatesQuery,
    private readonly publish: PublishTemplate,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(TemplateList)
  list(): Promise<TemplateList> {
    return this.templates.list();
  }

  @Get(':kind/workbook')
  @Allow('lights.read')
  @HttpCode(200)
  @ApiProduces(XLSX)
  @ApiResponse({ schema: { type: 'string', format: 'binary' }, status: 200, description: 'An .xlsx workbook' })
  async workbook(
    @Param({ schema: TemplatePath }) { kind }: TemplatePath,
    @Query({ schema: TemplateWorkbookQuery }) { version }: TemplateWorkbookQuery,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.templates.workbook(kind, version);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file)}`;
    return new StreamableFile(bytes, { type: XLSX, disposition, length: bytes.length });
  }

  @Post(':kind')
  @Allow('rules.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(TemplateUploadResult)
  async upload(
    @Caller() user: CurrentUser,
    @Param({ schema: TemplatePath }) { kind }: TemplatePath,
    @Req() request: FastifyRequest,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() remoteAddress: string,
  ): Promise<TemplateUploadResult> {
    const { fields, files } = await readWholeUpload(request, { fields: TemplateFields, maxFiles: 1 });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.publish.upload(user, kind, file, { ...fields, locale, remoteAddress });
  }

  /** The form that the program comes with is in force again, as a next version. */
  @Post(':kind/reset')
  @Allow('rules.manage')
  @Answers(TemplateVersionView)
  reset(
    @Caller() user: CurrentUser,
    @Param({ schema: TemplatePath }) { kind }: TemplatePath,
    @Body({ schema: TemplateReset }) input: TemplateReset,
    @RemoteAddress() remoteAddress: string,
  ): Promise<TemplateVersionView> {
    return this.publish.reset(user, kind, input, remoteAddress);
  }
}
