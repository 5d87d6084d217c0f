import { OFFICIAL_REPORT_KINDS, OFFICIAL_REPORT_STATES } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { ReportFilter } from './official-reports.api.js';

/** How the list is narrowed; it stands in the address, so that "back" and links keep it. */
export interface ReportListAddress {
  readonly kind: NonNullable<ReportFilter['kind']> | '';
  readonly state: NonNullable<ReportFilter['state']> | '';
  readonly year: number | null;
  readonly month: number | null;
  readonly unit: string;
  readonly page: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number | null => {
  const number = Number(text(value));
  return Number.isInteger(number) && number > 0 ? number : null;
};

export const addressOf = (query: LocationQuery): ReportListAddress => ({
  kind: OFFICIAL_REPORT_KINDS.find((one) => one === query.kind) ?? '',
  state: OFFICIAL_REPORT_STATES.find((one) => one === query.state) ?? '',
  year: whole(query.year),
  month: whole(query.year) === null ? null : whole(query.month),
  unit: text(query.unit),
  page: whole(query.page) ?? 1,
});

/** The address after a change: what the rest of the page put there stays, and another filter begins on the first page. */
export function queryAfter(current: LocationQuery, change: Partial<ReportListAddress>): LocationQueryRaw {
  const next = { ...addressOf(current), page: 1, ...change };
  return {
    ...current,
    kind: next.kind || undefined,
    state: next.state || undefined,
    year: next.year ?? undefined,
    month: (next.year === null ? null : next.month) ?? undefined,
    unit: next.unit || undefined,
    page: next.page === 1 ? undefined : next.page,
  };
}

export const filterOf = ({ kind, state, year, month, unit, page }: ReportListAddress, size: number): ReportFilter => ({
  ...(kind === '' ? {} : { kind }),
  ...(state === '' ? {} : { state }),
  ...(year === null ? {} : { year }),
  ...(month === null ? {} : { month }),
  ...(unit === '' ? {} : { unit }),
  page,
  size,
});
