import { defineEvent } from '../../../platform/events/domain-events.js';
import type { NoticeKind, NoticeParams } from './notice-kinds.js';

/** A notice that is new to a person, or told anew. */
export interface ToldNotice {
  readonly recipientId: string;
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  readonly projectId: string | null;
  /** The unit that it is about; null where a project says it, or it is about no unit or about many. */
  readonly unitId: string | null;
  /** It says the same to everybody in the county. */
  readonly forAll: boolean;
  /** With the recipient the key of the notification. */
  readonly dedupeKey: string;
  readonly createdAt: string;
}

/** People were told something, in the transaction of what they are told of; not where only figures of it changed. */
export const noticesTold = defineEvent<{ readonly notices: readonly ToldNotice[] }>('notifications.told');
