import { holds, holdsAt, holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import type {
  JobChanged,
  LightsChanged,
  LiveEvent,
  NotificationsChanged,
} from '../../../platform/events/live-events.js';
import type { ServerEvent } from '../http/jobs.dto.js';

/** A live event as this person may hear it, null where it is none of his business. */
export function visibleEvent(user: CurrentUser, event: LiveEvent): ServerEvent | null {
  switch (event.type) {
    case 'job':
      return visibleJob(user, event);
    case 'lights':
      return visibleLights(user, event);
    case 'notifications':
      return visibleNotifications(user, event);
    case 'access':
      return null;
  }
}

/** Parts of a large job are left out: their parent's progress tells of them. */
function visibleJob(user: CurrentUser, event: JobChanged): ServerEvent | null {
  if (event.parentId !== null) return null;
  if (event.requestedBy !== user.username && !holdsEverywhere(user, 'jobs.manage')) return null;
  return {
    type: 'job',
    id: event.jobId,
    name: event.name,
    status: event.status,
    done: event.done,
    total: event.total,
  };
}

function visibleLights(user: CurrentUser, event: LightsChanged): ServerEvent | null {
  if (!holds(user, 'lights.read')) return null;
  const visible = event.projects.filter((project) => holdsAt(user, 'lights.read', project.organisationPath));
  if (event.projects.length > 0 && visible.length === 0) return null;
  return { type: 'lights', year: event.year, month: event.month, projectIds: visible.map(({ id }) => id) };
}

/** Only that there is news for this person, never for whom else. */
const visibleNotifications = (user: CurrentUser, { recipientIds }: NotificationsChanged): ServerEvent | null =>
  recipientIds.includes(user.userId) ? { type: 'notifications' } : null;
