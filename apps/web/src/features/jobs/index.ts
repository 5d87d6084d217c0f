export { default as JobTray } from './components/JobTray.vue';
export { useJobMessages } from './use-job-tray.js';
export { default as JobProgress } from './components/JobProgress.vue';
export { isActive } from './job-list.js';
export { cancelJob } from './jobs.api.js';
export { useJob } from './use-job.js';
