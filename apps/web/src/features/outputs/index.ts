export { default as FormExportMenu } from './components/FormExportMenu.vue';
