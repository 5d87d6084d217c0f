import {
  MEASURE_KINDS,
  MEASURE_STATES,
  NAMING_KINDS,
  NAMING_STATES,
  RECTIFICATION_SOURCES,
  RECTIFICATION_STATES,
  SUPERVISION_STATES,
} from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { FollowUpFilter } from './rectification.api.js';

/** The parts of the page, in their order. */
export const TABS = ['rectifications', 'measures', 'namings', 'supervisions'] as const;
export type Tab = (typeof TABS)[number];

/** States that each part can be narrowed to. */
export const STATES = {
  rectifications: ['open', ...RECTIFICATION_STATES, 'over'],
  measures: ['undecided', ...MEASURE_STATES],
  namings: NAMING_STATES,
  supervisions: SUPERVISION_STATES,
} as const satisfies Readonly<Record<Tab, readonly string[]>>;

/** Kinds that some parts can be narrowed to. */
export const KINDS = {
  rectifications: RECTIFICATION_SOURCES,
  measures: MEASURE_KINDS,
  namings: NAMING_KINDS,
  supervisions: [],
} as const satisfies Readonly<Record<Tab, readonly string[]>>;

export const LOOKS = ['board', 'list'] as const;
export type Look = (typeof LOOKS)[number];

/** Marks that a part can be narrowed to: 待我办理, 逾期, 跨年, 下年预算. */
export const MARKS = {
  rectifications: ['mine', 'overdue', 'carriedOver'],
  measures: ['mine', 'forNextYear'],
  namings: [],
  supervisions: ['mine', 'overdue'],
} as const satisfies Readonly<Record<Tab, readonly string[]>>;
export type Mark = (typeof MARKS)[Tab][number];

/** What is looked at and how it is narrowed; it stands in the address, so that "back" and links keep it. */
export interface FollowUpAddress {
  readonly tab: Tab;
  readonly look: Look;
  readonly year: number | null;
  readonly organisationId: string;
  readonly q: string;
  readonly state: string;
  readonly kind: string;
  readonly marks: readonly Mark[];
  readonly page: number;
  /** What is opened over the list; empty for nothing. */
  readonly opened: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number | null => {
  const number = Number(text(value));
  return Number.isInteger(number) && number > 0 ? number : null;
};

export function addressOf(query: LocationQuery): FollowUpAddress {
  const tab = TABS.find((one) => one === query.tab) ?? 'rectifications';
  const asked = text(query.only).split(',');
  const among = (allowed: readonly string[], value: unknown): string => allowed.find((one) => one === value) ?? '';
  return {
    tab,
    look: LOOKS.find((one) => one === query.look) ?? 'board',
    year: whole(query.year),
    organisationId: text(query.unit),
    q: text(query.q),
    state: among(STATES[tab], query.state),
    kind: among(KINDS[tab], query.kind),
    marks: (MARKS[tab] as readonly Mark[]).filter((mark) => asked.includes(mark)),
    page: whole(query.page) ?? 1,
    opened: text(query.id),
  };
}

/** The address after a change: another part starts anew but for whose it is, any other change begins on the first page. */
export function queryAfter(current: LocationQuery, change: Partial<FollowUpAddress>): LocationQueryRaw {
  const before = addressOf(current);
  const { year, organisationId } = before;
  const kept = change.tab === undefined ? before : { ...addressOf({}), year, organisationId };
  const page = 'opened' in change ? before.page : 1;
  const next = { ...kept, page, ...change };
  return {
    tab: next.tab === 'rectifications' ? undefined : next.tab,
    look: next.look === 'board' ? undefined : next.look,
    year: next.year ?? undefined,
    unit: next.organisationId || undefined,
    q: next.q || undefined,
    state: next.state || undefined,
    kind: next.kind || undefined,
    only: next.marks.join(',') || undefined,
    page: next.page === 1 ? undefined : next.page,
    id: next.opened || undefined,
  };
}

/** What the address narrows every part by. */
export const filterOf = ({ year, organisationId, q, marks }: FollowUpAddress): FollowUpFilter => ({
  ...(year === null ? {} : { year }),
  ...(organisationId === '' ? {} : { organisationId }),
  ...(q === '' ? {} : { q }),
  ...Object.fromEntries(marks.map((mark) => [mark, 'true'])),
});
