import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { actionName } from './action-words.js';
import type { ChainedRow } from './entry-hash.js';
import { SubjectNames } from './subject-names.js';

/** An entry with what its codes are called; null where nobody knows a name (any more). */
export interface NamedRow extends ChainedRow {
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
  readonly actionName: string;
  readonly subjectName: string | null;
}

@Injectable()
export class EntryView {
  constructor(private readonly names: SubjectNames) {}

  async named(manager: EntityManager, rows: readonly ChainedRow[], locale: Locale): Promise<readonly NamedRow[]> {
    const subjects = await this.names.ofSubjects(
      manager,
      rows.map(({ subject }) => subject),
    );
    const people = await this.names.ofActors(
      manager,
      rows.flatMap(({ actor, onBehalfOf }) => (onBehalfOf === null ? [actor] : [actor, onBehalfOf])),
    );
    return rows.map((row) => ({
      ...row,
      actorName: people.get(row.actor) ?? null,
      onBehalfOfName: people.get(row.onBehalfOf ?? '') ?? null,
      actionName: actionName(row.action, locale),
      subjectName: subjects.get(row.subject) ?? null,
    }));
  }
}
