export { NotificationsModule } from './notifications.module.js';
export { notificationsMessages } from './messages.js';
