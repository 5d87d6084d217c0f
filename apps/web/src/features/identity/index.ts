export { default as OwnSessions } from './components/OwnSessions.vue';
export { useSessionStore } from './session.store.js';
