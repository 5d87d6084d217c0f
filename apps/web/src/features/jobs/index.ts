export { default as JobTray } from './components/JobTray.vue';
export { useJobMessages } from './use-job-tray.js';
