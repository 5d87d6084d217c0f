export { default as MailPreference } from './components/MailPreference.vue';
