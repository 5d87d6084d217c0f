export { default as NotificationBell } from './components/NotificationBell.vue';
export { linkOfMessage } from './notification-link.js';
export { NOTIFICATIONS_KEY } from './use-mark-read.js';
