export { default as SealPanel } from './components/SealPanel.vue';
