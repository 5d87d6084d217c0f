export { default as ProjectEvaluation } from './components/ProjectEvaluation.vue';
