import {
  addTallies,
  backTestOf,
  explainBackTest,
  FORECAST_METHODS,
  type BackTested,
  type ErrorSummary,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { Locale } from '../../../../platform/http/message-catalogue.js';
import { OrganisationAccess } from '../../../organisations/index.js';
import type { BackTestView } from '../../http/back-test.dto.js';
import { BackTestRepository } from '../../persistence/back-test.repository.js';

/** How wrong each method of forecasting was on the past (R45), over the units that the reader may see. */
@Injectable()
export class BackTestQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly repository: BackTestRepository,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(user: CurrentUser, organisationId: string | undefined, locale: Locale): Promise<BackTestView> {
    const paths = await this.access.scope(user, 'lights.read', organisationId);
    const units = await this.repository.below(this.uow.reader, paths);
    const { months, overall } = backTestOf(addTallies(units.flatMap((unit) => unit.months)));
    const years = [...new Set(units.flatMap((unit) => unit.years))].sort((a, b) => a - b);
    return {
      organisationId: organisationId ?? null,
      computedAt: units[0]?.computedAt ?? null,
      years,
      rounds: [...(units[0]?.rounds ?? [])],
      months: months.map((each) => ({ month: each.month, ...testedView(each) })),
      overall: testedView(overall),
      explanation: explainBackTest(overall, years, locale),
    };
  }
}

const testedView = ({ cases, methods, best, compared }: BackTested): BackTestView['overall'] => ({
  cases,
  methods: FORECAST_METHODS.flatMap((method) => {
    const summary = methods[method];
    return summary === null ? [] : [{ method, ...summaryView(summary) }];
  }),
  best,
  compared: compared && {
    cases: compared.count,
    errors: compared.errors.map(({ method, meanAbsolute }) => ({ method, meanAbsolute: twoPlaces(meanAbsolute) })),
  },
});

const summaryView = ({ count, meanAbsolute, bias, coverage }: ErrorSummary) => ({
  cases: count,
  meanAbsolute: twoPlaces(meanAbsolute),
  bias: twoPlaces(bias),
  coverage: coverage && {
    cases: coverage.count,
    inside: coverage.inside,
    percent: twoPlaces((coverage.inside / coverage.count) * 100),
  },
});

/** For display; errors are floating point. */
export const twoPlaces = (value: number): number => Number(value.toFixed(2));
