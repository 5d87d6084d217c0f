import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ChooseForRound } from '../application/choose-for-round.js';
import { ChooseForYear } from '../application/choose-for-year.js';
import { PublishRulePack } from '../application/publish-rule-pack.js';
import { RulePacksQuery } from '../application/rule-packs.query.js';
import {
  PresetList,
  PublishedPack,
  PublishedPackList,
  PublishInput,
  RoundPath,
  RoundRulesInput,
  RulesOfRound,
  RulesOfYear,
  YearRulesInput,
} from './rules.dto.js';

@ApiTags('rules')
@Controller()
export class RulesController {
  constructor(
    private readonly packs: RulePacksQuery,
    private readonly publishPack: PublishRulePack,
    private readonly forYear: ChooseForYear,
    private readonly forRound: ChooseForRound,
  ) {}

  @Get('rule-packs/versions')
  @Allow('rules.manage')
  @Answers(PublishedPackList)
  versions(@Caller() user: CurrentUser): Promise<PublishedPackList> {
    return this.packs.versions(user);
  }

  @Get('rule-packs/presets')
  @Allow('rules.manage')
  @Answers(PresetList)
  presets(@Caller() user: CurrentUser, @ReaderLocale() locale: Locale): Promise<PresetList> {
    return this.packs.presets(user, locale);
  }

  @Post('rule-packs')
  @Allow('rules.manage')
  @Answers(PublishedPack, 201)
  publish(
    @Caller() user: CurrentUser,
    @Body({ schema: PublishInput }) input: PublishInput,
    @RemoteAddress() address: string,
  ): Promise<PublishedPack> {
    return this.publishPack.run(user, input, address);
  }

  @Put('fiscal-years/:year/rule-pack')
  @Allow('rules.manage')
  @Answers(RulesOfYear)
  chooseForYear(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: YearRulesInput }) input: YearRulesInput,
    @RemoteAddress() address: string,
  ): Promise<RulesOfYear> {
    return this.forYear.run(user, year, input, address);
  }

  @Put('rounds/:year/:month/rule-pack')
  @Allow('rules.manage')
  @Answers(RulesOfRound)
  chooseForRound(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) round: RoundPath,
    @Body({ schema: RoundRulesInput }) input: RoundRulesInput,
    @RemoteAddress() address: string,
  ): Promise<RulesOfRound> {
    return this.forRound.run(user, round, input, address);
  }
}
