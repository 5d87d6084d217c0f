import { isForTokens } from '@jixiao/domain';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { ManageTokens, type ShownToken } from '../application/manage-tokens.js';
import { NewTokenView, TokenInput, TokenList, type TokenView } from './tokens.dto.js';

@ApiTags('tokens')
@Controller('tokens')
@Allow('users.manage')
export class TokensController {
  constructor(private readonly tokens: ManageTokens) {}

  @Post()
  @Answers(NewTokenView, 201)
  async add(
    @Caller() user: CurrentUser,
    @Body({ schema: TokenInput }) input: TokenInput,
    @RemoteAddress() remoteAddress: string,
  ): Promise<NewTokenView> {
    const added = await this.tokens.add(user, input, remoteAddress);
    return { ...viewOf(added), token: added.text };
  }

  @Get()
  @Answers(TokenList)
  async list(@Caller() user: CurrentUser): Promise<z.output<typeof TokenList>> {
    return { items: (await this.tokens.list(user)).map(viewOf) };
  }

  @Delete(':id')
  @AnswersNothing()
  revoke(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @RemoteAddress() remoteAddress: string,
  ): Promise<void> {
    return this.tokens.revoke(user, id, remoteAddress);
  }
}

const viewOf = ({ token, organisationName }: ShownToken): TokenView => ({
  id: token.id,
  name: token.name,
  organisationId: token.organisationId,
  organisationName,
  permissions: token.permissions.filter(isForTokens),
  lostPermissions: token.permissions.filter((permission) => !isForTokens(permission)),
  createdBy: token.createdBy,
  createdAt: token.createdAt,
  expiresAt: token.expiresAt,
  lastUsedAt: token.lastUsedAt,
  revokedAt: token.revokedAt,
  revokedBy: token.revokedBy,
});
