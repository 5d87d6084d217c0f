import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { requireSealReader } from '../application/require-seal-reader.js';
import { findingParams } from '../application/seal-finding.js';
import { SealListQuery } from '../application/seal-list.query.js';
import { VerifySealsQuery } from '../application/verify-seals.query.js';
import { RoundPath, SealList, SealVerificationView } from './seals.dto.js';

@ApiTags('seals')
@Controller('rounds/:year/:month')
export class SealsController {
  constructor(
    private readonly list: SealListQuery,
    private readonly verify: VerifySealsQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Get('seals')
  @Allow('rounds.manage', 'audit.read')
  @Answers(SealList)
  seals(@Caller() user: CurrentUser, @Param({ schema: RoundPath }) round: RoundPath): Promise<SealList> {
    return this.list.run(user, round);
  }

  @Post('verification')
  @Allow('rounds.manage', 'audit.read')
  @Answers(SealVerificationView)
  async verification(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) { year, month }: RoundPath,
    @ReaderLocale() locale: Locale,
  ): Promise<SealVerificationView> {
    requireSealReader(user);
    const round = await this.verify.round(year, month);
    const chain = await this.verify.chain();
    const findings = [...chain.findings, ...round.findings].map((each) => ({
      ...each,
      fields: [...each.fields],
      message: this.catalogue.sentence({ code: each.code, params: findingParams(each) }, locale),
    }));
    return {
      year,
      month,
      projects: round.projects,
      deviations: round.deviations.map((each) => ({ ...each, differs: [...each.differs] })),
      seals: [...round.seals],
      reopened: [...round.reopened],
      findings,
    };
  }
}
