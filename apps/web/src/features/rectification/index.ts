export { default as ProjectFollowUpsPanel } from './components/ProjectFollowUpsPanel.vue';
export { default as SuperviseComment } from './components/SuperviseComment.vue';
export { openRectification } from './rectification.api.js';
export { useFollowUpChange } from './use-follow-ups.js';
