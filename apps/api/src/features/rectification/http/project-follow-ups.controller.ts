import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { ProjectFollowUpsQuery } from '../application/project-follow-ups.query.js';
import { ProjectFollowUps } from './project-follow-ups.dto.js';

@ApiTags('rectification')
@Controller('projects/:id/rectifications')
export class ProjectFollowUpsController {
  constructor(private readonly query: ProjectFollowUpsQuery) {}

  @Get()
  @Allow('lights.read')
  @Answers(ProjectFollowUps)
  of(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<ProjectFollowUps> {
    return this.query.run(user, id);
  }
}
