import { RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { IndicatorResult } from '../../apps/api/src/features/reporting/persistence/indicator-result.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { RoundTarget } from '../../apps/api/src/features/targets/persistence/round-target.entity.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { ScheduleCheckpoint } from '../../apps/api/src/features/targets/persistence/schedule-checkpoint.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import type { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { CountyMaker, noRows, NOW, type CountyRows, type LargeCounty } from './large-county-rows.js';

export type { LargeCounty } from './large-county-rows.js';

/** Projects of one transaction: with four rounds some hundred thousand values. */
const CHUNK = 250;

/**
 * A whole county, written directly: departments with units, projects with indicators of all kinds, and in each round
 * reports that are further along the later it is. The same seed and sizes give the same rows, their ids included.
 * @param root the finance bureau above all departments
 * @param onProgress told how many projects there are so far
 */
export async function addLargeCounty(
  uow: UnitOfWork,
  root: Pick<Organisation, 'id' | 'path'>,
  county: LargeCounty,
  onProgress: (projects: number) => void = () => undefined,
): Promise<void> {
  const make = new CountyMaker(county);
  const { units, departments } = make.organisations(root);
  const rounds = county.months.map((month) => make.round(month));
  await uow.run(async (manager) => {
    const content = RATIO_RULE_PACK;
    const pack = {
      ref: rulePackRef(content),
      packId: content.id,
      version: content.version,
      content,
      publishedAt: NOW,
      publishedBy: null,
      note: null,
    };
    await insertRows(manager, FiscalYear, [{ year: county.year, status: 'open', createdAt: NOW, rulePackRef: null }]);
    await insertRows(manager, RulePackVersion, [pack]);
    await insertRows(manager, Organisation, departments);
    await insertRows(manager, Organisation, units);
    await insertRows(manager, MonitoringRound, rounds);
  });
  for (let start = 0; start < county.projects; start += CHUNK) {
    const end = Math.min(start + CHUNK, county.projects);
    const rows = noRows();
    for (let place = start; place < end; place += 1) {
      const unit = units[place % units.length];
      if (unit !== undefined) make.project(unit, place, rounds, rows);
    }
    await uow.run((manager) => insertAll(manager, rows));
    onProgress(end);
  }
}

async function insertAll(manager: EntityManager, rows: CountyRows): Promise<void> {
  await insertRows(manager, Project, rows.projects);
  await insertRows(manager, TargetVersion, rows.versions);
  await insertRows(manager, ScheduleCheckpoint, rows.checkpoints);
  await insertRows(manager, Indicator, rows.indicators);
  await insertRows(manager, RoundTarget, rows.pins);
  await insertRows(manager, ProjectReport, rows.reports);
  await insertRows(manager, ReportedExpenditure, rows.expenditures);
  await insertRows(manager, IndicatorResult, rows.results);
}
