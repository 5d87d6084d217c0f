import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { ReportingModule } from '../reporting/index.js';
import { TargetsModule } from '../targets/index.js';
import { TreasuryModule } from '../treasury/index.js';
import { ReviewQueueQuery } from './application/review-queue.query.js';
import { ReviewController } from './http/review.controller.js';
import { WaitingReportsQuery } from './persistence/waiting-reports.query.js';

@Module({
  imports: [IdentityModule, ReportingModule, TargetsModule, TreasuryModule],
  controllers: [ReviewController],
  providers: [ReviewQueueQuery, WaitingReportsQuery],
})
export class ReviewModule {}
