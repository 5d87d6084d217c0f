export { NotificationsModule } from './notifications.module.js';
export { notificationsMessages } from './messages.js';
export {
  NOTICE_KINDS,
  NOTICE_PAGES,
  pageOf,
  type NoticeKind,
  type NoticePage,
  type NoticeParams,
} from './application/notice-kinds.js';
export { noticesTold, type ToldNotice } from './application/notice.events.js';
export { noticeSentence } from './application/notice-sentence.js';
export { NotificationRepository } from './persistence/notification.repository.js';
