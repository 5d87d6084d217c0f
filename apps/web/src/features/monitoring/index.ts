import { defineAsyncComponent } from 'vue';

export { fetchProjectLights } from './monitoring.api.js';
export { unitCurveFinding } from './unit-curve-finding.js';
export { unitCurveOptions, type UnitPoint } from './unit-curve-options.js';
export { unitPoints } from './unit-points.js';
export { fetchOverview, fetchRanking } from './overview.api.js';
/** With its chart in a chunk of its own, since other slices only read lights from here. */
export const BackTestPanel = defineAsyncComponent(() => import('./components/BackTestPanel.vue'));
