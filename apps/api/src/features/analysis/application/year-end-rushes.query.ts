import { rushAgainst, type Fraction, type YearEnd } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { RoundRepository } from '../../reporting/index.js';
import type { AnalysisQuery } from '../http/analysis-fields.dto.js';
import type { RushView, YearEndRushes } from '../http/breakdowns.dto.js';
import { totalOf, type OutlookFigures, type YearEndFigures } from './outlook-figures.js';
import { OutlooksQuery, refOf, type OutlookOfUnit } from './outlooks.query.js';
import { shareOf } from './shares.js';

const ENDS: readonly YearEnd[] = ['december', 'fourthQuarter'];

/** Years that are over and looked at: enough to tell a habit from an accident. */
const YEARS = 5;

/** R48: who spent in December and in the fourth quarter what the plan had for other months, by unit and among the units. */
@Injectable()
export class YearEndRushesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly outlooks: OutlooksQuery,
  ) {}

  /** Of the last year that is over at the round: its own where it is December's. @throws DomainError `round-not-found`, `not-found` */
  async run(user: CurrentUser, query: AnalysisQuery): Promise<YearEndRushes> {
    const { asOf, paths } = await this.outlooks.run(user, query);
    const lastYear = query.month === 12 ? query.year : query.year - 1;
    const years: { year: number; units: readonly OutlookOfUnit[] }[] = [];
    for (const round of await this.rounds.list(this.uow.reader)) {
      if (round.month !== 12 || round.year > lastYear || years.length === YEARS) continue;
      const units = await this.outlooks.ofRound(round.id, paths);
      if (units.some(({ figures }) => isKnown(figures))) years.push({ year: round.year, units });
    }
    const [last, ...earlier] = years;
    return {
      asOf,
      year: last?.year ?? null,
      total: last === undefined ? [] : rushesOf(totalOf(last.units.map(({ figures }) => figures)), []),
      units: last === undefined ? [] : byUnit(last.units),
      earlierYears: earlier.map(({ year, units }) => ({
        year,
        total: rushesOf(totalOf(units.map(({ figures }) => figures)), []),
      })),
    };
  }
}

const isKnown = ({ yearEnd }: OutlookFigures): boolean => ENDS.some((of) => yearEnd[of].projects > 0);

function byUnit(units: readonly OutlookOfUnit[]): YearEndRushes['units'] {
  const found = units
    .filter(({ figures }) => isKnown(figures))
    .map((unit) => ({
      ...refOf(unit),
      rushes: rushesOf(
        unit.figures,
        units.filter((one) => one !== unit),
      ),
    }));
  const decemberOf = ({ rushes }: { readonly rushes: readonly RushView[] }): number =>
    rushes.find(({ of }) => of === 'december')?.share ?? rushes[0]?.share ?? -Infinity;
  return found.sort((a, b) => decemberOf(b) - decemberOf(a));
}

function rushesOf({ yearEnd }: OutlookFigures, peers: readonly OutlookOfUnit[]): RushView[] {
  return ENDS.flatMap((of): RushView[] => {
    const { projects, spentFen, endFen, budgetFen, plannedFen } = yearEnd[of];
    const [share, planned] = [spentShare(yearEnd[of]), shareOf(plannedFen, budgetFen)];
    if (share === null || planned === null) return [];
    const shares = peers.flatMap(({ figures }): Fraction[] => {
      const peer = spentShare(figures.yearEnd[of]);
      return peer === null ? [] : [peer];
    });
    return [{ projects, spentFen, endFen, ...rushAgainst(of, { share, planned }, shares) }];
  });
}

const spentShare = ({ endFen, spentFen }: YearEndFigures): Fraction | null => shareOf(endFen, spentFen);
