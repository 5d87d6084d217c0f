import type { LaterMessages } from './later.js';
import { addedIndicator } from './added-indicator.js';
import { alerts } from './alerts.js';
import { analysis } from './analysis.js';
import { audit } from './audit.js';
import { attachments } from './attachments.js';
import { backTest } from './back-test.js';
import { channels } from './channels.js';
import { common } from './common.js';
import { departmentGoals } from './department-goals.js';
import { followUps } from './follow-ups.js';
import { handover } from './handover.js';
import { imports } from './imports.js';
import { lightList } from './light-list.js';
import { monitoring } from './monitoring.js';
import { overviewCharts } from './overview-charts.js';
import { people } from './people.js';
import { presentation } from './presentation.js';
import { reporting } from './reporting.js';
import { review } from './review.js';
import { rules } from './rules.js';
import { seals } from './seals.js';
import { sheet } from './sheet.js';
import { targets } from './targets.js';
import { timeSeries } from './time-series.js';
import { treasury } from './treasury.js';
import { windows } from './windows.js';
import { targetChanges } from './target-changes.js';
import { verification } from './verification.js';
import { work } from './work.js';
import { workCalendar } from './work-calendar.js';
import { workbook } from './workbook.js';

export const messages = {
  ...addedIndicator,
  ...alerts,
  ...analysis,
  ...audit,
  ...attachments,
  ...backTest,
  ...channels,
  ...common,
  ...departmentGoals,
  ...followUps,
  ...handover,
  ...imports,
  ...lightList,
  ...monitoring,
  ...overviewCharts,
  ...people,
  ...presentation,
  ...reporting,
  ...review,
  ...rules,
  ...seals,
  ...sheet,
  ...targets,
  ...timeSeries,
  ...treasury,
  ...windows,
  ...targetChanges,
  ...verification,
  ...work,
  ...workCalendar,
  ...workbook,
};

/** Every sentence of the pages; the other languages have the same keys. */
export type Messages = typeof messages & LaterMessages;
