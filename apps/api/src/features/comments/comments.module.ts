import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { AddComment } from './application/add-comment.js';
import { CommentsQuery } from './application/comments.query.js';
import { FollowRemovals } from './application/follow-removals.js';
import { CommentsController } from './http/comments.controller.js';
import { CommentRepository } from './persistence/comment.repository.js';

@Module({
  imports: [AuditModule, ReportingModule, TargetsModule],
  controllers: [CommentsController],
  providers: [AddComment, CommentRepository, CommentsQuery, FollowRemovals],
  exports: [CommentRepository],
})
export class CommentsModule {}
