import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/App.vue';
import { currentLocale, i18n, setLocale, storedLocale } from './app/i18n/index.js';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import './app/styles/base.css';
import './app/styles/element.js';
import './shared/ui/field.css';
import './app/styles/narrow.css';
import './app/styles/print.css';
import { useSessionStore } from './features/identity/index.js';
import { activity } from './shared/api/activity.js';
import { connectApi } from './shared/api/client.js';
import { startTheme } from './shared/ui/theme.js';

async function start(): Promise<void> {
  startTheme();
  const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient });
  activity.watch(document);
  connectApi({
    language: currentLocale,
    signedInAs: () => useSessionStore().me?.username,
    onSignedOut: () => useSessionStore().forget(),
    onPasswordDue: () => void useSessionStore().reload(),
  });
  await setLocale(storedLocale());
  app.use(router).mount('#app');
}

void start();
