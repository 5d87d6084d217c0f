import type { Permission } from '@jixiao/domain';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import { beginning, EXPORT_KINDS, FORMATS, PACKAGINGS, type ExportChoice } from './export-choice.js';

/** The parts of the page in their order, each with the permission that it needs. */
export const OUTPUT_TABS = ['forms', 'reports', 'check', 'templates'] as const;
export type OutputTab = (typeof OUTPUT_TABS)[number];

const NEEDS: Readonly<Partial<Record<OutputTab, Permission>>> = { templates: 'rules.manage' };

export const tabsFor = (may: (permission: Permission) => boolean): readonly OutputTab[] =>
  OUTPUT_TABS.filter((tab) => NEEDS[tab] === undefined || may(NEEDS[tab]));

/** The part that the address names, of those that the reader has. */
export const tabOf = (query: LocationQuery, tabs: readonly OutputTab[]): OutputTab =>
  tabs.find((tab) => tab === query.tab) ?? 'forms';

/** Another part starts anew. */
export const queryOfTab = (tab: OutputTab): LocationQueryRaw => (tab === 'forms' ? {} : { tab });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value);
const whole = (value: unknown): number | null => {
  const number = Number(text(value));
  return Number.isInteger(number) && number > 0 ? number : null;
};

/** What a link to the page asks to be written; the rest is as the form begins. */
export function choiceOf(query: LocationQuery): ExportChoice {
  const first = beginning();
  return {
    ...first,
    kind: oneOf(EXPORT_KINDS, query.kind) ?? first.kind,
    year: whole(query.year),
    month: whole(query.month),
    organisationId: text(query.unit),
    format: oneOf(FORMATS, query.format) ?? first.format,
    packaging: oneOf(PACKAGINGS, query.packaging) ?? first.packaging,
  };
}
