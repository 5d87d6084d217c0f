export { WorkCalendarModule } from './work-calendar.module.js';
export { workCalendarMessages } from './messages.js';
export { WorkCalendarQuery, type CalendarOfYears } from './application/work-calendar.query.js';
export { Workdays } from './application/workdays.js';
