import { api, unwrap } from '../../shared/api/client.js';
import type { NotificationPage, ReadInput, UnreadCount } from '../../shared/api/schema.gen.js';

export interface NotificationFilter {
  readonly unreadOnly: boolean;
  readonly page: number;
  readonly size: number;
}

export const fetchNotifications = ({ unreadOnly, page, size }: NotificationFilter): Promise<NotificationPage> => {
  const query = { page, size, unread: unreadOnly ? ('true' as const) : ('false' as const) };
  return unwrap(api.GET('/api/notifications', { params: { query } }));
};

export const markRead = (body: ReadInput): Promise<UnreadCount> =>
  unwrap(api.POST('/api/notifications/read', { body }));
