import type { AlertKind, Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertRuleSets } from '../../alert-rules/index.js';
import type { AlertHappening, AlertOccasion } from '../../alerts/index.js';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../identity/index.js';

/** A group of people, of whom the nearest to a unit are told. */
type Group = 'answerers' | 'deciders' | Role;

/** Besides those who have to answer: who is told of a rule, as the rules say, and the level that an alert has come to. */
function groupsOf(occasion: AlertOccasion, { level }: AlertHappening, audience: readonly Role[]): readonly Group[] {
  switch (occasion) {
    case 'raised':
    case 'worsened':
      return ['answerers', ...audience];
    case 'escalated':
      return ['answerers', level === 'finance' ? 'deciders' : 'departmentReviewer'];
    case 'suspension-proposed':
    case 'on-site-due':
      return ['answerers', 'deciders'];
    case 'suspension-confirmed':
    case 'suspension-dropped':
      return ['answerers', 'departmentReviewer'];
    case 'answered':
      return ['deciders'];
  }
}

/** Who is told of what happens to alerts. */
@Injectable()
export class AlertRecipients {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly ruleSets: AlertRuleSets,
  ) {}

  /** Asks for each group of people once. @returns what each of them is told of, in the order of the happenings */
  async of(
    manager: EntityManager,
    occasion: AlertOccasion,
    happenings: readonly AlertHappening[],
  ): Promise<ReadonlyMap<string, readonly AlertHappening[]>> {
    const { set } = await this.ruleSets.current(manager);
    const audienceOf = (kind: AlertKind): readonly Role[] => set.rules[kind].audience;
    const groups = new Map<Group, readonly RoleHolder[]>();
    const nearest = new Map<string, readonly RoleHolder[]>();
    const told = new Map<string, AlertHappening[]>();
    for (const one of happenings) {
      const recipients = new Set<string>();
      for (const group of groupsOf(occasion, one, audienceOf(one.kind))) {
        const all = groups.get(group) ?? (await this.peopleOf(manager, group));
        groups.set(group, all);
        const place = `${group} ${one.path}`;
        const near = nearest.get(place) ?? nearestHolders(all, one.path);
        nearest.set(place, near);
        for (const { userId } of near) recipients.add(userId);
      }
      for (const userId of recipients) {
        const own = told.get(userId);
        if (own) own.push(one);
        else told.set(userId, [one]);
      }
    }
    return told;
  }

  private peopleOf(manager: EntityManager, group: Group): Promise<readonly RoleHolder[]> {
    if (group === 'answerers') return this.people.holders(manager, 'alerts.answer');
    if (group === 'deciders') return this.people.holders(manager, 'alerts.decide');
    return this.people.inRoles(manager, [group]);
  }
}
