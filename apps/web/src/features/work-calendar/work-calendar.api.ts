import { api, unwrap } from '../../shared/api/client.js';
import type { WorkCalendar, WorkCalendarInput } from '../../shared/api/schema.gen.js';

export const fetchWorkCalendar = (year: number): Promise<WorkCalendar> =>
  unwrap(api.GET('/api/work-calendar/{year}', { params: { path: { year } } }));

export const saveWorkCalendar = ({ year, body }: { year: number; body: WorkCalendarInput }): Promise<WorkCalendar> =>
  unwrap(api.PUT('/api/work-calendar/{year}', { params: { path: { year } }, body }));
