import { lastDayOf } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/runtime/ids.js';
import { GoalResultRepository } from '../../department-goals/index.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import type { LockPace, MonitoringRound } from '../../reporting/index.js';
import { FiscalYearRepository } from '../../targets/index.js';
import { TreasuryRepository, type DeliveredFigures } from '../../treasury/index.js';
import { SealedProjectsQuery } from '../persistence/sealed-projects.query.js';
import { SealRepository } from '../persistence/seal.repository.js';
import { canonical, packed, sha256 } from './canonical.js';
import { SealedReports } from './sealed-reports.js';
import { sealedGoal, sealedLight, type SealedProject, type SealedRound } from './snapshot.js';

/** Projects per set of statements. */
const CHUNK = 200;
/** Characters of a part: far below what a statement takes, and little enough to be read at once. */
const PART_CHARACTERS = 1_000_000;

export interface Snapshot {
  readonly partHashes: readonly string[];
  readonly projects: number;
  readonly indicators: number;
}

/** Writes what a round was judged by and came to, part by part, so that no round is too large to be sealed. */
@Injectable()
export class TakeSnapshot {
  constructor(
    private readonly lights: LightRepository,
    private readonly reports: SealedReports,
    private readonly treasury: TreasuryRepository,
    private readonly years: FiscalYearRepository,
    private readonly identities: SealedProjectsQuery,
    private readonly goals: GoalResultRepository,
    private readonly seals: SealRepository,
  ) {}

  async run(manager: EntityManager, round: MonitoringRound, sealId: string, pace: LockPace): Promise<Snapshot> {
    const writer = new PartWriter((part) => this.seals.addPart(manager, { id: newId(), sealId, ...part }));
    await writer.write(canonical(await this.head(manager, round)));
    const total = await this.lights.count(manager, round.id);
    let [projects, indicators, last] = [0, 0, ''];
    for (;;) {
      const rows = await this.lights.ofRound(manager, round.id, last, CHUNK);
      if (rows.length === 0) break;
      last = rows.at(-1)?.project.projectId ?? last;
      for (const sealed of await this.sealed(manager, round, rows)) {
        projects += 1;
        indicators += sealed.indicators.length;
        await writer.add(canonical(sealed));
      }
      await pace.at('sealed', projects, total);
    }
    await writer.flush();
    for (const row of await this.goals.ofRound(manager, round.id)) await writer.add(canonical(sealedGoal(row)));
    await writer.flush();
    return { partHashes: writer.hashes, projects, indicators };
  }

  private async head(manager: EntityManager, round: MonitoringRound): Promise<SealedRound> {
    const { id, year, month, opensOn, closesOn, reportingEndedAt, deadlineAssessed } = round;
    const { rulePackRef, lockedAt, lockedBy } = round;
    return {
      format: 'jixiao-round@1',
      round: {
        id,
        year,
        month,
        opensOn,
        closesOn,
        reportingEndedAt,
        deadlineAssessed,
        rulePackRef,
        lockedAt,
        lockedBy,
      },
      rulePack: await this.years.rulePack(manager, rulePackRef),
      calendar: { firstDay: `${year}-01-01`, lastDay: lastDayOf({ year, month }), timeZone: 'UTC+08:00' },
    };
  }

  private async sealed(
    manager: EntityManager,
    round: MonitoringRound,
    rows: readonly LightRows[],
  ): Promise<readonly SealedProject[]> {
    const ids = rows.map(({ project }) => project.projectId);
    const identities = await this.identities.run(manager, ids);
    const reported = await this.reports.of(manager, round.id, ids);
    const paid = await this.treasury.ofMonth(manager, ids, round.month, round.lockedAt);
    return rows.map(({ project: light, indicators }) => {
      const { projectId } = light;
      const identity = identities.get(projectId);
      if (identity === undefined) throw new Error(`Project ${projectId} has a light and no row`);
      return {
        project: identity,
        ...reported(projectId),
        treasury: sealedFigures(paid.get(projectId)),
        light: sealedLight(light),
        indicators,
      };
    });
  }
}

const sealedFigures = (paid: DeliveredFigures | undefined): SealedProject['treasury'] =>
  paid === undefined ? null : { figures: paid.figures, deliveryId: paid.deliveryId, recordedAt: paid.recordedAt };

interface Part {
  readonly ordinal: number;
  readonly hash: string;
  readonly characters: number;
  readonly content: Uint8Array;
}

/** Gathers canonical texts into parts, each a list. */
class PartWriter {
  readonly hashes: string[] = [];
  private waiting: string[] = [];
  private characters = 0;

  constructor(private readonly store: (part: Part) => Promise<void>) {}

  async add(text: string): Promise<void> {
    if (this.characters + text.length > PART_CHARACTERS) await this.flush();
    this.waiting.push(text);
    this.characters += text.length;
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    const text = `[${this.waiting.join(',')}]`;
    this.waiting = [];
    this.characters = 0;
    await this.write(text);
  }

  async write(text: string): Promise<void> {
    const part = { ordinal: this.hashes.length, hash: sha256(text), characters: text.length };
    this.hashes.push(part.hash);
    await this.store({ ...part, content: await packed(text) });
  }
}
