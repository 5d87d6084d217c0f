import { projectStanding, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { FiscalYearRepository, TargetRepository } from '../../../targets/index.js';
import { LightRepository } from '../../persistence/light.repository.js';
import { StandingRepository } from '../../persistence/standing.repository.js';

/** Lights of one transaction. */
const STEP = 100;

/** Puts beside the lights of a time before there was such a thing where their projects stand (R15), as judging them would. */
@Injectable()
export class FillStandings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lights: LightRepository,
    private readonly standings: StandingRepository,
    private readonly targets: TargetRepository,
    private readonly years: FiscalYearRepository,
  ) {}

  async run(roundId: string): Promise<void> {
    const packs = new Map<string, RulePack>();
    while (await this.step(roundId, packs));
  }

  /** @returns false where nothing was left */
  private step(roundId: string, packs: Map<string, RulePack>): Promise<boolean> {
    return this.uow.run(async (manager) => {
      const projectIds = await this.standings.missing(manager, roundId, STEP);
      if (projectIds.length === 0) return false;
      // From here on nobody judges them, in this round or in the one before.
      await this.targets.lockProjects(manager, projectIds);
      const rows = [...(await this.lights.ofProjects(manager, roundId, projectIds)).values()];
      const lights = [];
      for (const { project, indicators } of rows) {
        const { rulePackRef, assessment, inputs } = project;
        const pack = packs.get(rulePackRef) ?? (await this.years.rulePack(manager, rulePackRef));
        packs.set(rulePackRef, pack);
        const goals = { ...assessment.goals, indicators: indicators.map((indicator) => indicator.assessment) };
        lights.push({ light: project, standing: projectStanding({ ...assessment, goals }, inputs, pack) });
      }
      await this.standings.fill(manager, roundId, lights);
      return true;
    });
  }
}
