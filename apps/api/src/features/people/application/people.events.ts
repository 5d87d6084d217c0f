import { defineEvent } from '../../../platform/events/domain-events.js';

export interface DeputyAppointed {
  readonly principalId: string;
  readonly deputyId: string;
  /** First and last day. */
  readonly fromDay: string;
  readonly untilDay: string;
  /** Username of who appointed the deputy: the principal himself, or an administrator. */
  readonly actor: string;
}

/** A person has a deputy, from the first day on. */
export const deputyAppointed = defineEvent<DeputyAppointed>('people.deputy-appointed');

export interface WorkHandedOver {
  readonly giverId: string;
  readonly takerId: string;
  /** First day on which the other person has the roles. */
  readonly from: string;
  /** Username of the administrator. */
  readonly actor: string;
}

/** Roles of a person go to another one. */
export const workHandedOver = defineEvent<WorkHandedOver>('people.work-handed-over');
