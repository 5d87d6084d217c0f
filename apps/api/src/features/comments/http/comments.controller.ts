import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { AddComment } from '../application/add-comment.js';
import { CommentsQuery } from '../application/comments.query.js';
import { CommentInput, CommentList } from './comments.dto.js';

@ApiTags('comments')
@Controller('projects/:id/comments')
export class CommentsController {
  constructor(
    private readonly query: CommentsQuery,
    private readonly addComment: AddComment,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(CommentList)
  list(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<CommentList> {
    return this.query.run(user, id);
  }

  @Post()
  @Allow('comments.write')
  @Answers(CommentList, 201)
  async add(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CommentInput }) input: CommentInput,
    @RemoteAddress() address: string,
  ): Promise<CommentList> {
    await this.addComment.run(user, id, input, address);
    return this.query.run(user, id);
  }
}
