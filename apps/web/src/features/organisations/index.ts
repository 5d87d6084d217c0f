export { default as OrganisationSelect } from './components/OrganisationSelect.vue';
export { fetchOrganisations } from './organisations.api.js';
