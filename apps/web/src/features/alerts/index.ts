import { defineAsyncComponent } from 'vue';

export { default as AlertBadge } from './components/AlertBadge.vue';
export { default as OverviewAlerts } from './components/OverviewAlerts.vue';
/** What is below the first screen of its page comes after it. */
export const ProjectAlerts = defineAsyncComponent(() => import('./components/ProjectAlerts.vue'));
export const UnitAlerts = defineAsyncComponent(() => import('./components/UnitAlerts.vue'));
