export { default as NotificationBell } from './components/NotificationBell.vue';
export { NOTIFICATIONS_KEY } from './use-mark-read.js';
