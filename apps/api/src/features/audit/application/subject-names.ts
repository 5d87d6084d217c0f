import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Names of the given ids; an id without one is left out. */
export type NamesOf = (manager: EntityManager, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What subjects of entries are called. The trail knows no slice, so each slice says what its own things are called, by the
 * kind that its subjects begin with; `actor` is the kind of usernames.
 */
@Injectable()
export class SubjectNames {
  private readonly kinds = new Map<string, NamesOf>();

  provide(kind: string, names: NamesOf): void {
    this.kinds.set(kind, names);
  }

  /** Subject (`kind/…/id`) → name, where there is one. */
  async ofSubjects(manager: EntityManager, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    for (const [kind, names] of this.kinds) {
      const ids = new Map(
        subjects.filter((subject) => kindOf(subject) === kind).map((subject) => [subject, idOf(subject)]),
      );
      const found = await askFor(
        manager,
        names,
        [...ids.values()].filter((id) => UUID.test(id)),
      );
      for (const [subject, id] of ids) {
        const name = found.get(id);
        if (name !== undefined) known.set(subject, name);
      }
    }
    return known;
  }

  /** Username → the person's name, where there is one. */
  async ofActors(manager: EntityManager, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = this.kinds.get('actor');
    return names === undefined ? new Map() : askFor(manager, names, usernames);
  }
}

const askFor = async (manager: EntityManager, names: NamesOf, ids: readonly string[]) =>
  ids.length === 0 ? new Map<string, string>() : names(manager, [...new Set(ids)]);

/** A report is called what its project is called; both have the project's id at the end. */
const kindOf = (subject: string): string => {
  const kind = subject.slice(0, subject.indexOf('/'));
  return kind === 'report' ? 'project' : kind;
};

const idOf = (subject: string): string => subject.slice(subject.lastIndexOf('/') + 1);
