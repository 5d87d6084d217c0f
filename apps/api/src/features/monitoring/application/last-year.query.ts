import { explainProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { matchLineage, ProjectAccess, TargetRepository, type Project } from '../../targets/index.js';
import type { LastYear } from '../http/monitoring.dto.js';
import { LightRepository } from '../persistence/light.repository.js';
import { answerText } from './answer-text.js';
import type { LightRows } from './light-rows.js';
import { PredecessorsQuery } from './time-series/predecessors.query.js';

const LAST_ROUND = `
  select r.id as roundId, r.month as month from project_light l join monitoring_round r on r.id = l.round_id
  where l.project_id = ? order by r.month desc limit 1`;

/**
 * How the project ended the year before: the result of its last round beside each of the new targets (审核). The project
 * that it continues is known, or has the same code (R3).
 */
@Injectable()
export class LastYearQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly targets: TargetRepository,
    private readonly predecessors: PredecessorsQuery,
    private readonly lights: LightRepository,
  ) {}

  /** @throws DomainError `not-found` */
  async run(user: CurrentUser, projectId: string, locale: Locale): Promise<LastYear> {
    const { project } = await this.access.require(user, projectId, 'lights.read');
    const manager = this.uow.reader;
    const before = await this.predecessors.before(user, project);
    const [round] = before === null ? [] : await manager.query<Round[]>(LAST_ROUND, [before.id]);
    if (before === null || round === undefined) return { lastYear: null };
    const rows = await this.lights.ofProject(manager, round.roundId, before.id);
    const [present] = await this.targets.ofProjects(manager, [projectId]);
    if (rows === null || present === undefined) return { lastYear: null };
    return { lastYear: lastYear(before, round.month, rows, present.content.indicators, locale) };
  }
}

interface Round {
  readonly roundId: string;
  readonly month: number;
}

type Indicators = Parameters<typeof matchLineage>[1][number] & { readonly lineageId: string };

function lastYear(
  { id, year, name }: Project,
  month: number,
  { project, indicators }: LightRows,
  present: readonly Indicators[],
  locale: Locale,
): LastYear['lastYear'] {
  const matches = matchLineage(
    indicators.map(({ inputs }) => inputs.target),
    present,
  );
  const goals = { ...project.assessment.goals, indicators: indicators.map((row) => row.assessment) };
  return {
    projectId: id,
    projectName: name,
    year,
    month,
    light: project.light,
    explanation: explainProject({ ...project.assessment, goals }, locale),
    executionRate: project.assessment.spend.executionRate,
    adjustedBudgetFen: project.adjustedBudgetFen,
    expenditureFen: project.expenditureFen,
    indicators: present.flatMap(({ lineageId }, index) => {
      const match = matches[index];
      const row = match === null || match === undefined ? undefined : indicators[match];
      if (row === undefined) return [];
      const { target, answer } = row.inputs;
      const resultText = answerText(answer, target.unit, locale);
      const { completion } = row.assessment;
      return [{ indicatorId: lineageId, rawValue: target.rawValue, light: row.light, resultText, completion }];
    }),
  };
}
