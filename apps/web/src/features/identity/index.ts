export { useSessionStore } from './session.store.js';
