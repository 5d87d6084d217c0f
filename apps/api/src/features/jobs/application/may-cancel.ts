import {
  actorAmong,
  actorAt,
  EVERYWHERE,
  holdsEverywhere,
  type Actor,
  type CurrentUser,
} from '../../../platform/http/access.js';
import type { JobRegistry } from '../../../platform/jobs/job-registry.js';
import { hasEnded } from '../../../platform/jobs/job-rows.repository.js';
import type { JobRun } from '../../../platform/jobs/job-run.entity.js';

/**
 * Who manages jobs at the root may cancel any, for a job belongs to no subtree; whoever asked for a job only where its kind allows it: nobody calls off the judging
 * of what he has reported.
 */
export function mayCancel(user: CurrentUser, run: JobRun, registry: JobRegistry): boolean {
  if (hasEnded(run.status)) return false;
  if (holdsEverywhere(user, 'jobs.manage')) return true;
  return isRequesters(user, run, registry);
}

/** Who asked for the job goes on for the one he asked for; anybody else uses the permission for jobs. */
export const cancellerOf = (user: CurrentUser, run: JobRun, registry: JobRegistry): Actor =>
  isRequesters(user, run, registry) ? { actor: user.username, onBehalfOf: run.requestedFor } : jobManager(user);

/** Who uses the permission for jobs, and for whom. */
export const jobManager = (user: CurrentUser): Actor =>
  holdsEverywhere(user, 'jobs.manage') ? actorAt(user, 'jobs.manage', EVERYWHERE) : actorAmong(user, 'jobs.manage', []);

const isRequesters = (user: CurrentUser, run: JobRun, registry: JobRegistry): boolean =>
  run.requestedBy === user.username && registry.definitionOf(run.name)?.requesterMayCancel === true;

/** What of the ledger a person sees. */
export const visibleTo = (user: CurrentUser) =>
  holdsEverywhere(user, 'jobs.manage') ? {} : { requestedBy: user.username };
