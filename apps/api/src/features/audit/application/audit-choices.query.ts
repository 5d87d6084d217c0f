import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { AuditChoices } from '../http/audit.dto.js';
import { AuditSearch } from '../persistence/audit-search.query.js';
import { ACTION_WORDS, actionName } from './action-words.js';
import { requireWholeTree } from './require-whole-tree.js';
import { SubjectNames } from './subject-names.js';

/** More names than this nobody picks from a list. */
const MOST_ACTORS = 1_000;

/** What the entries can be narrowed to. */
@Injectable()
export class AuditChoicesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly search: AuditSearch,
    private readonly names: SubjectNames,
  ) {}

  /** @throws DomainError `forbidden` for whom does not read the whole tree */
  async read(user: CurrentUser, locale: Locale): Promise<z.output<typeof AuditChoices>> {
    requireWholeTree(user);
    const { reader } = this.uow;
    const usernames = await this.search.actors(reader, MOST_ACTORS);
    const names = await this.names.ofActors(reader, usernames);
    return {
      actors: usernames.map((username) => ({ username, name: names.get(username) ?? null })),
      actions: Object.keys(ACTION_WORDS).map((action) => ({ action, name: actionName(action, locale) })),
    };
  }
}
