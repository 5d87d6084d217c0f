import { identityMessages } from './features/identity/index.js';
import { jobsMessages } from './features/jobs/index.js';
import { organisationsMessages } from './features/organisations/index.js';
import { databaseMessages } from './platform/database/database-messages.js';
import { MessageCatalogue } from './platform/http/message-catalogue.js';
import { fieldMessages, httpMessages } from './platform/http/messages.js';

/** The sentences of every code, from the lists of the platform and of each slice. */
export const messageCatalogue = new MessageCatalogue(
  httpMessages,
  fieldMessages,
  databaseMessages,
  identityMessages,
  organisationsMessages,
  jobsMessages,
);
