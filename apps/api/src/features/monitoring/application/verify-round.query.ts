import { isDeepStrictEqual } from 'node:util';
import { assessProject, type RulePack } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { plain } from '../../../platform/runtime/plain.js';
import { RoundRepository } from '../../reporting/index.js';
import { FiscalYearRepository, TargetRepository } from '../../targets/index.js';
import { LightRepository } from '../persistence/light.repository.js';
import { judgedInput, lightRows, type LightRows } from './light-rows.js';

/** Read at once: small enough that nobody waits for long while the embedded database answers. */
const CHUNK = 50;

const nothing = (): Promise<void> => Promise.resolve();

export interface Deviation {
  readonly code: string | null;
  readonly name: string;
  /** What differs: `light`, `spend`, `goals`, … of the project, or `indicator: <name>`. */
  readonly differs: readonly string[];
}

export interface Verification {
  readonly year: number;
  readonly month: number;
  readonly projects: number;
  readonly deviations: readonly Deviation[];
}

/** Judges every stored light of a round again from its own stored inputs: the result must be identical (R49). */
@Injectable()
export class VerifyRoundQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly lights: LightRepository,
    private readonly years: FiscalYearRepository,
    private readonly targets: TargetRepository,
  ) {}

  /**
   * @param onProject awaited after each project, for whoever tells the progress or lets others have their turn
   * @throws DomainError `round-not-found`
   */
  async run(year: number, month: number, onProject: () => Promise<void> = nothing): Promise<Verification> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const rulePacks = new Map<string, RulePack>();
    const deviations: Deviation[] = [];
    let projects = 0;
    let last = '';
    for (;;) {
      const rows = await this.lights.ofRound(manager, round.id, last, CHUNK);
      if (rows.length === 0) return { year, month, projects, deviations };
      projects += rows.length;
      last = rows.at(-1)?.project.projectId ?? last;
      for (const row of rows) {
        const differs = await this.differsOf(row, rulePacks);
        if (differs.length > 0) deviations.push({ ...(await this.nameOf(row)), differs });
        await onProject();
      }
    }
  }

  private async differsOf(row: LightRows, rulePacks: Map<string, RulePack>): Promise<readonly string[]> {
    const { rulePackRef } = row.project;
    const rulePack = rulePacks.get(rulePackRef) ?? (await this.years.rulePack(this.uow.reader, rulePackRef));
    rulePacks.set(rulePackRef, rulePack);
    return miscomputed(row, rulePack);
  }

  private async nameOf({ project }: LightRows): Promise<Pick<Deviation, 'code' | 'name'>> {
    const [target] = await this.targets.ofProjects(this.uow.reader, [project.projectId]);
    return { code: target?.project.code ?? null, name: target?.project.name ?? project.projectId };
  }
}

/** Fields in which stored lights are not what their own stored inputs give; `indicator: <name>` for those of indicators. */
export function miscomputed(stored: LightRows, rulePack: RulePack): readonly string[] {
  const input = judgedInput(stored, rulePack);
  const { projectId: id, organisationId, targetVersion, roundId, computedAt } = stored.project;
  const project = { id, organisationId };
  const again = lightRows({ roundId, project, targetVersion, input, assessment: assessProject(input) }, computedAt);
  const { id: _newId, ...fresh } = again.project;
  const { id: _oldId, ...old } = stored.project;
  const indicators = stored.indicators.flatMap((row, index) => {
    const other = again.indicators[index];
    const same = other !== undefined && isDeepStrictEqual(plain(other.assessment), plain(row.assessment));
    return same && other.light === row.light && other.reason === row.reason
      ? []
      : [`indicator: ${row.inputs.target.name}`];
  });
  return [...differingFields(plain(old), plain(fresh)), ...indicators];
}

function differingFields(
  stored: Readonly<Record<string, unknown>>,
  fresh: Readonly<Record<string, unknown>>,
): string[] {
  const fields = new Set([...Object.keys(stored), ...Object.keys(fresh)]);
  return [...fields].filter((field) => !isDeepStrictEqual(stored[field], fresh[field]));
}
