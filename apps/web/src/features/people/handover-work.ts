import type { HandoverWork } from '../../shared/api/schema.gen.js';

type Place = HandoverWork['organisations'][number];
export type RoundUnderWay = Place['rounds'][number];

/** Where work is under way, of the organisations that are handed over. */
export const handedOver = (places: readonly Place[], organisationIds: readonly string[]): readonly Place[] =>
  places.filter(
    ({ organisationId, rounds, reopenings }) =>
      organisationIds.includes(organisationId) && rounds.length + reopenings.length > 0,
  );

/** States that still need somebody, in the order in which a report goes through them; `none` has nothing saved yet. */
export const countsUnderWay = ({ notBegun, draft, returned, submitted, unitApproved }: RoundUnderWay) =>
  (
    [
      ['none', notBegun],
      ['draft', draft],
      ['returned', returned],
      ['submitted', submitted],
      ['unitApproved', unitApproved],
    ] as const
  ).filter(([, count]) => count > 0);
