import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { requireWholeTree } from './require-whole-tree.js';
import { notedHead } from './noted-head.js';
import { VerifyAudit, type AuditVerdict } from './verify-audit.query.js';

/** The check of the chain for who reads the trail. */
@Injectable()
export class AuditVerificationQuery {
  constructor(private readonly verify: VerifyAudit) {}

  /**
   * @param expected `SEQ:HASH` that was noted before
   * @throws DomainError `forbidden` for whom does not read the whole tree
   */
  async read(user: CurrentUser, expected: string | undefined): Promise<AuditVerdict> {
    requireWholeTree(user);
    return this.verify.run(expected === undefined ? null : notedHead(expected));
  }
}
