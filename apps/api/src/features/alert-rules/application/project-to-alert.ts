import type { AlertFacts } from '@jixiao/domain';

/** A project with what alerts about it in a round are decided by. */
export interface ProjectToAlert {
  readonly projectId: string;
  /** Where it was when its lights were computed. */
  readonly organisationId: string;
  readonly name: string;
  /** Nothing that was due in the round is missing: what its figures do not show is not so. */
  readonly isReported: boolean;
  readonly facts: AlertFacts;
}
