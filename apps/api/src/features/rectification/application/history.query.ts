import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleNames } from '../../identity/index.js';
import type { FollowUpStepView } from '../http/rectifications.dto.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';

/** What happened to a rectification or a matter under supervision, oldest first. */
@Injectable()
export class HistoryQuery {
  constructor(
    private readonly rows: FollowUpRepository,
    private readonly names: PeopleNames,
  ) {}

  async of(manager: EntityManager, subjectId: string): Promise<FollowUpStepView[]> {
    const steps = await this.rows.stepsOf(manager, subjectId);
    const shown = steps.map(({ step, at, actor, onBehalfOf, text, params }) => ({
      ...{ step, at, actor, onBehalfOf, text },
      params: params && { ...params },
    }));
    return this.names.beside(manager, shown, 'actor', 'onBehalfOf');
  }
}
