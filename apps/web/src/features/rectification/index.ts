export { default as ProjectFollowUpsPanel } from './components/ProjectFollowUpsPanel.vue';
export { default as SuperviseComment } from './components/SuperviseComment.vue';
export { default as RectifyAlert } from './components/RectifyAlert.vue';
