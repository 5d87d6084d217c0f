import { cliMessages } from './cli/messages.js';
import { alertRulesMessages } from './features/alert-rules/index.js';
import { alertsMessages } from './features/alerts/index.js';
import { auditMessages } from './features/audit/index.js';
import { channelsMessages } from './features/channels/index.js';
import { commentsMessages } from './features/comments/index.js';
import { demoMessages } from './features/demo/index.js';
import { departmentGoalsMessages } from './features/department-goals/index.js';
import { exportsMessages } from './features/exports/index.js';
import { identityMessages } from './features/identity/index.js';
import { importsMessages } from './features/imports/index.js';
import { jobsMessages } from './features/jobs/index.js';
import { monitoringMessages } from './features/monitoring/index.js';
import { notificationsMessages } from './features/notifications/index.js';
import { openDataMessages } from './features/open-data/index.js';
import { officialReportsMessages } from './features/official-reports/index.js';
import { organisationsMessages } from './features/organisations/index.js';
import { peopleMessages } from './features/people/index.js';
import { rectificationMessages } from './features/rectification/index.js';
import { reportingMessages } from './features/reporting/index.js';
import { rulesMessages } from './features/rules/index.js';
import { sealsMessages } from './features/seals/index.js';
import { selfEvaluationMessages } from './features/self-evaluation/index.js';
import { targetsMessages } from './features/targets/index.js';
import { treasuryMessages } from './features/treasury/index.js';
import { workCalendarMessages } from './features/work-calendar/index.js';
import { databaseMessages } from './platform/database/database-messages.js';
import { documentMessages } from './platform/documents/messages.js';
import { fileMessages } from './platform/files/messages.js';
import { MessageCatalogue } from './platform/http/message-catalogue.js';
import { fieldMessages, httpMessages } from './platform/http/messages.js';
import { secretMessages } from './platform/secrets/messages.js';

/** The sentences of every code, from the lists of the platform and of each slice. */
export const messageCatalogue = new MessageCatalogue(
  httpMessages,
  fieldMessages,
  databaseMessages,
  documentMessages,
  auditMessages,
  fileMessages,
  secretMessages,
  identityMessages,
  organisationsMessages,
  workCalendarMessages,
  peopleMessages,
  jobsMessages,
  targetsMessages,
  treasuryMessages,
  reportingMessages,
  commentsMessages,
  monitoringMessages,
  rulesMessages,
  departmentGoalsMessages,
  sealsMessages,
  importsMessages,
  alertRulesMessages,
  alertsMessages,
  rectificationMessages,
  openDataMessages,
  exportsMessages,
  officialReportsMessages,
  selfEvaluationMessages,
  notificationsMessages,
  channelsMessages,
  demoMessages,
  cliMessages,
);
