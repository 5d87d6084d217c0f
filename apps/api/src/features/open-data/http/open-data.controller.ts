import { createHash } from 'node:crypto';
import { Controller, Get, Headers, HttpCode, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { OpenProjectsQuery } from '../application/open-projects.query.js';
import { OpenDataFileQuery, OpenDataQuery, OpenProjectPage } from './open-data.dto.js';

const CSV = 'text/csv; charset=utf-8';
const NOT_MODIFIED = 304;

/** What is disclosed to the public: locked rounds and accepted self-evaluations, without anything personal. */
@ApiTags('open-data')
@Controller('open-data')
export class OpenDataController {
  constructor(private readonly projects: OpenProjectsQuery) {}

  @Get('projects')
  @Allow('lights.read')
  @Answers(OpenProjectPage)
  page(
    @Caller() user: CurrentUser,
    @Query({ schema: OpenDataQuery }) query: OpenDataQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<OpenProjectPage> {
    return this.projects.page(user, query, locale);
  }

  /** All of them as a table, UTF-8 with a byte order mark. */
  @Get('projects.csv')
  @Allow('lights.read')
  @HttpCode(200)
  @ApiProduces(CSV)
  @ApiResponse({ schema: { type: 'string', format: 'binary' }, status: 200, description: 'A table' })
  async file(
    @Caller() user: CurrentUser,
    @Query({ schema: OpenDataFileQuery }) query: OpenDataFileQuery,
    @ReaderLocale() locale: Locale,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { file, bytes } = await this.projects.file(user, query, locale);
    const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (known === tag) return void reply.code(NOT_MODIFIED);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file)}`;
    return new StreamableFile(bytes, { type: CSV, disposition, length: bytes.length });
  }
}
