export { default as IndicatorComments } from './components/IndicatorComments.vue';
export { default as ProjectComments } from './components/ProjectComments.vue';
export { useComments } from './use-comments.js';
