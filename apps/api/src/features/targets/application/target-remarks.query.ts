import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { RemarkList } from '../http/targets.dto.js';
import { TargetRepository } from '../persistence/target.repository.js';
import { ProjectAccess } from './project-access.query.js';
import { targetRemarks } from './target-remarks.js';

/** What is worth a word about the targets of a project that are in force (R4, R41, R42). */
@Injectable()
export class TargetRemarksQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string, locale: Locale): Promise<z.output<typeof RemarkList>> {
    await this.access.require(user, projectId, 'lights.read');
    const [target] = await this.targets.ofProjects(this.uow.reader, [projectId]);
    return { items: target === undefined ? [] : targetRemarks(target.content, locale).map((each) => ({ ...each })) };
  }
}
