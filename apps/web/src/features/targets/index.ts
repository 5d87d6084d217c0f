export { default as AdjustmentDialog } from './components/AdjustmentDialog.vue';
export { default as ProjectChanges } from './components/ProjectChanges.vue';
export { default as ProjectFlags } from './components/ProjectFlags.vue';
export { default as RoundTargets } from './components/RoundTargets.vue';
export { default as TargetVersions } from './components/TargetVersions.vue';
export { documentUrl } from './target-changes.api.js';
export { fetchProject } from './targets.api.js';
export { useProject, useProjectChanges, useProjectOfRound } from './use-project.js';
