export { fetchProjectLights } from './monitoring.api.js';
export { fetchOverview, fetchRanking } from './overview.api.js';
