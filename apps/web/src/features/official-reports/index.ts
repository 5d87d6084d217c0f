export { default as ReportsTab } from './components/ReportsTab.vue';
