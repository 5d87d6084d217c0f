export { fetchProjectLights } from './monitoring.api.js';
