import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { CheckPaper } from '../application/check-paper.js';
import { PaperQuery } from '../application/paper.query.js';
import { PaperCheck, PaperDetail, PaperPath } from './papers.dto.js';

const UPLOAD = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** Whether a paper is what the system said: by the file itself, or by the code printed in it. */
@ApiTags('exports')
@Controller('papers')
export class PapersController {
  constructor(
    private readonly check: CheckPaper,
    private readonly papers: PaperQuery,
  ) {}

  @Post('check')
  @Allow('lights.read')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(PaperCheck)
  async checkFile(
    @Caller() user: CurrentUser,
    @Req() request: FastifyRequest,
    @RemoteAddress() remoteAddress: string,
  ): Promise<PaperCheck> {
    const { files } = await readWholeUpload(request, { fields: z.object({}), maxFiles: 1 });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.check.run(user, file, remoteAddress);
  }

  @Get(':code')
  @Allow('lights.read')
  @Answers(PaperDetail)
  one(@Caller() user: CurrentUser, @Param({ schema: PaperPath }) { code }: PaperPath): Promise<PaperDetail> {
    return this.papers.run(user, code);
  }
}
