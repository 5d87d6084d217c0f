import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditAction } from '../../audit/index.js';
import type { StepParams } from '../persistence/follow-up-step.entity.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';

export interface KeptStep {
  readonly step: string;
  readonly text?: string | null;
  readonly params?: StepParams | null;
  readonly action: AuditAction;
  /** `kind/id`, as the audit trail calls it. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly remoteAddress?: string | undefined;
}

/** What the program itself does. */
export const BY_SYSTEM: Actor = { actor: 'system', onBehalfOf: null };

/** Keeps what happened to a row: in its history, which people read, and in the audit trail. */
@Injectable()
export class KeepStep {
  constructor(
    private readonly rows: FollowUpRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(manager: EntityManager, subjectId: string, by: Actor, kept: KeptStep): Promise<void> {
    const { step, text = null, params = null, action, subject, before, after, remoteAddress } = kept;
    const at = this.clock.now();
    await this.rows.addStep(manager, { id: newId(), subjectId, step, ...by, text, params, at });
    await this.audit.record(manager, { ...by, action, subject, before, after, remoteAddress });
  }
}
