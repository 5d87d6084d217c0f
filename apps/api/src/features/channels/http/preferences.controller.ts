import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { OwnPreference } from '../application/own-preference.js';
import { PreferenceInput, PreferenceView } from './preferences.dto.js';

/** Everybody's own, whatever their roles. */
@ApiTags('channels')
@Controller('me/notification-preferences')
export class PreferencesController {
  constructor(private readonly preference: OwnPreference) {}

  @Get()
  @Allow()
  @Answers(PreferenceView)
  read(@Caller() user: CurrentUser): Promise<PreferenceView> {
    return this.preference.read(user);
  }

  @Put()
  @Allow()
  @Answers(PreferenceView)
  save(
    @Caller() user: CurrentUser,
    @Body({ schema: PreferenceInput }) input: PreferenceInput,
    @RemoteAddress() address: string,
  ): Promise<PreferenceView> {
    return this.preference.save(user, input, address);
  }
}
