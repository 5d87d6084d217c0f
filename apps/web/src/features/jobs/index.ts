export { default as JobTray } from './components/JobTray.vue';
export { useJobMessages } from './use-job-tray.js';
export { default as JobProgress } from './components/JobProgress.vue';
export { failureText, isActive, isCancellable } from './job-list.js';
export { cancelJob } from './jobs.api.js';
export { useJob } from './use-job.js';
export { usePossibleJob } from './use-possible-job.js';
