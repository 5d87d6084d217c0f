import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { AuditVerification } from '../http/audit.dto.js';
import { actionName } from './action-words.js';
import { notedHead } from './noted-head.js';
import { requireWholeTree } from './require-whole-tree.js';
import { VerifyAudit } from './verify-audit.query.js';

/** The check of the chain for who reads the trail. */
@Injectable()
export class AuditVerificationQuery {
  constructor(private readonly verify: VerifyAudit) {}

  /**
   * @param expected `SEQ:HASH` that was noted before
   * @throws DomainError `forbidden` for whom does not read the whole tree
   */
  async read(
    user: CurrentUser,
    expected: string | undefined,
    locale: Locale,
  ): Promise<z.output<typeof AuditVerification>> {
    requireWholeTree(user);
    const verdict = await this.verify.run(expected === undefined ? null : notedHead(expected));
    const faults = verdict.faults.map(({ entry, ...fault }) => ({
      ...fault,
      entry: entry && { ...entry, actionName: actionName(entry.action, locale) },
    }));
    return { ...verdict, faults };
  }
}
