export { default as ProjectComments } from './components/ProjectComments.vue';
