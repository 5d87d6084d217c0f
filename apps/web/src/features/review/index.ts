export { default as WaitingBadge } from './components/WaitingBadge.vue';
