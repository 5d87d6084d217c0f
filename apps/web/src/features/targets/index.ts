export { default as AdjustmentDialog } from './components/AdjustmentDialog.vue';
export { default as ProjectFlags } from './components/ProjectFlags.vue';
export { default as TargetVersions } from './components/TargetVersions.vue';
export { fetchProject } from './targets.api.js';
export { useProject } from './use-project.js';
