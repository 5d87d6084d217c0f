import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { TakeEvaluationForms } from '../application/take-evaluation-forms.js';
import { EvaluationFormFields, EvaluationFormsResult } from './evaluation-forms.dto.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      dryRun: { type: 'string', enum: ['true', 'false'] },
      file: { type: 'string', format: 'binary', description: '项目支出绩效自评表 as .xlsx or .docx, one or many' },
    },
  },
};

/** Official forms of self-evaluation that come back filled in by hand. */
@ApiTags('self-evaluation')
@Controller('evaluations/years/:year/forms')
export class EvaluationFormsController {
  constructor(private readonly take: TakeEvaluationForms) {}

  /** All of a file or nothing; with `dryRun` only what would come of it. */
  @Post()
  @Allow('evaluations.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(EvaluationFormsResult)
  async forms(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<EvaluationFormsResult> {
    const { fields, files } = await readWholeUpload(request, { fields: EvaluationFormFields, maxFiles: 1 });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    return this.take.run(user, year, file, { dryRun: fields.dryRun === 'true' }, address);
  }
}
