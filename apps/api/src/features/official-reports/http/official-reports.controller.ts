import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DraftReport } from '../application/draft-report.js';
import { EditReport } from '../application/edit-report.js';
import { GiveOutReport } from '../application/give-out-report.js';
import { OfficialReportsQuery } from '../application/official-reports.query.js';
import { RedraftQuery } from '../application/redraft.query.js';
import { ReportVersionsQuery } from '../application/report-versions.query.js';
import { StepReport } from '../application/step-report.js';
import {
  FileQuery,
  OfficialReportEdit,
  OfficialReportInput,
  OfficialReportPage,
  OfficialReportQuery,
  OfficialReportRedraft,
  OfficialReportStepInput,
  OfficialReportVersionList,
  OfficialReportVersionView,
  OfficialReportView,
  VersionPath,
} from './official-reports.dto.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = { docx: DOCX, pdf: 'application/pdf' } as const;
const FILE = {
  schema: { type: 'string', format: 'binary' },
  status: 200,
  description: 'The report; one that is not sealed says that it is a draft',
} as const;

/** 绩效运行监控报告 and 绩效自评报告: drafted from the figures, edited, sealed by another person. */
@ApiTags('official-reports')
@Controller('official-reports')
export class OfficialReportsController {
  constructor(
    private readonly query: OfficialReportsQuery,
    private readonly versionsOf: ReportVersionsQuery,
    private readonly redraftOf: RedraftQuery,
    private readonly giveOut: GiveOutReport,
    private readonly draftOne: DraftReport,
    private readonly editOne: EditReport,
    private readonly stepOne: StepReport,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(OfficialReportPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: OfficialReportQuery }) query: OfficialReportQuery,
  ): Promise<OfficialReportPage> {
    return this.query.page(user, query);
  }

  @Post()
  @Allow('papers.write')
  @Answers(OfficialReportView, 201)
  async draft(
    @Caller() user: CurrentUser,
    @Body({ schema: OfficialReportInput }) input: OfficialReportInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<OfficialReportView> {
    return this.query.one(user, await this.draftOne.run(user, input, address), locale);
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(OfficialReportView)
  one(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<OfficialReportView> {
    return this.query.one(user, { id, jobId: null }, locale);
  }

  @Put(':id')
  @Allow('papers.write')
  @Answers(OfficialReportView)
  async edit(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfficialReportEdit }) input: OfficialReportEdit,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<OfficialReportView> {
    await this.editOne.run(user, id, input, address);
    return this.query.one(user, { id, jobId: null }, locale);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('papers.write', 'papers.seal')
  @Answers(OfficialReportView)
  async step(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: OfficialReportStepInput }) input: OfficialReportStepInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<OfficialReportView> {
    return this.query.one(user, await this.stepOne.run(user, id, input, address), locale);
  }

  /** What drafting it anew from the present figures would change. */
  @Get(':id/redraft')
  @Allow('lights.read')
  @Answers(OfficialReportRedraft)
  redraft(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<OfficialReportRedraft> {
    return this.redraftOf.run(user, id);
  }

  @Get(':id/versions')
  @Allow('lights.read')
  @Answers(OfficialReportVersionList)
  versions(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<OfficialReportVersionList> {
    return this.versionsOf.list(user, id);
  }

  @Get(':id/versions/:version')
  @Allow('lights.read')
  @Answers(OfficialReportVersionView)
  version(
    @Caller() user: CurrentUser,
    @Param({ schema: VersionPath }) { id, version }: VersionPath,
  ): Promise<OfficialReportVersionView> {
    return this.versionsOf.one(user, id, version);
  }

  /** Each time with a code of its own, by which the paper can be checked afterwards. */
  @Get(':id/file')
  @Allow('lights.read')
  @HttpCode(200)
  @ApiProduces(DOCX, TYPES.pdf)
  @ApiResponse(FILE)
  async file(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: FileQuery }) query: FileQuery,
    @RemoteAddress() address: string,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.giveOut.run(user, id, query, address);
    return new StreamableFile(bytes, {
      type: TYPES[query.format],
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      length: bytes.length,
    });
  }
}
