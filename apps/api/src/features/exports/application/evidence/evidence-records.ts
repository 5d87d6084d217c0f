import { explainIndicator, explainProject } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/runtime/group-by.js';
import { PeopleNames } from '../../../identity/index.js';
import { LightRepository, type LightRows } from '../../../monitoring/index.js';
import type { MonitoringRound } from '../../../reporting/index.js';
import { SealRepository, type RoundSeal } from '../../../seals/index.js';
import { TargetRepository } from '../../../targets/index.js';
import { EvidenceRows, type StoredRow } from '../../persistence/evidence-rows.query.js';
import type { ProjectToWrite } from '../../persistence/export-projects.query.js';
import { recordOf, type EvidenceMember } from './evidence-member.js';

/** What is stored of a project, as records that an auditor can read: everything with who did it, when, and for whom. */
@Injectable()
export class EvidenceRecords {
  constructor(
    private readonly rows: EvidenceRows,
    private readonly targets: TargetRepository,
    private readonly lights: LightRepository,
    private readonly seals: SealRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @param rounds of the project's year */
  async of(
    manager: EntityManager,
    project: ProjectToWrite,
    rounds: readonly MonitoringRound[],
  ): Promise<readonly EvidenceMember[]> {
    const targets = await this.targetsOf(manager, project.id);
    const monitored: [string, unknown][] = [];
    for (const round of rounds)
      monitored.push([`监控/1-${round.month}月`, await this.roundOf(manager, round, project.id)]);
    const followed = await this.followUpsOf(manager, project.id);
    const evaluated = await this.evaluationOf(manager, project.id);
    const records: [string, unknown][] = [
      ['项目与目标', { project, ...targets }],
      ...monitored,
      ['预警与整改', followed],
      ...(evaluated === null ? [] : [['自评', evaluated] satisfies [string, unknown]]),
    ];
    const people = await this.peopleIn(manager, records);
    return [...records, ['人员', people] satisfies [string, unknown]].map(([name, value]) => recordOf(name, value));
  }

  /** The version in force and all before it. */
  private async targetsOf(manager: EntityManager, projectId: string) {
    const versions = await this.rows.of(manager, 'TargetVersion', 'projectId', [projectId]);
    const [stored] = await this.targets.ofProjects(manager, [projectId]);
    const contents =
      stored === undefined
        ? []
        : await this.targets.atVersions(
            manager,
            stored.project,
            versions.map(({ version }) => Number(version)),
          );
    const byVersion = new Map(contents.map(({ version, content }) => [version.version, content]));
    return {
      versionInForce: stored?.project.currentVersion ?? null,
      targets: versions.map((row) => ({ ...row, content: byVersion.get(Number(row['version'])) ?? null })),
      approvals: await this.rows.of(manager, 'TargetApproval', 'projectId', [projectId]),
      targetChanges: await this.rows.of(manager, 'TargetChange', 'projectId', [projectId]),
      budgetAdjustments: await this.rows.of(manager, 'BudgetAdjustment', 'projectId', [projectId]),
    };
  }

  private async roundOf(manager: EntityManager, round: MonitoringRound, projectId: string) {
    const ofRound = (rows: readonly StoredRow[]): readonly StoredRow[] =>
      rows.filter(({ roundId }) => roundId === round.id);
    const [report] = ofRound(await this.rows.of(manager, 'ProjectReport', 'projectId', [projectId]));
    const reportIds = report === undefined ? [] : [report.id];
    const lights = await this.lights.ofProject(manager, round.id, projectId);
    return {
      round,
      seals: (await this.seals.ofRound(manager, round.id)).map(sealHead),
      report: report ?? null,
      expenditures: await this.rows.of(manager, 'ReportedExpenditure', 'reportId', reportIds),
      results: await this.rows.of(manager, 'IndicatorResult', 'reportId', reportIds),
      steps: await this.rows.of(manager, 'ReportStep', 'reportId', reportIds),
      attachments: ofRound(await this.rows.of(manager, 'ReportAttachment', 'projectId', [projectId])),
      reopenings: ofRound(await this.rows.of(manager, 'ReportReopening', 'projectId', [projectId])),
      verified: ofRound(await this.rows.of(manager, 'VerifiedResult', 'projectId', [projectId])),
      lights: lights && explained(lights),
    };
  }

  private async followUpsOf(manager: EntityManager, projectId: string) {
    const own = (entity: 'Alert' | 'Rectification' | 'BudgetMeasure' | 'Supervision') =>
      this.rows.of(manager, entity, 'projectId', [projectId]);
    const [alerts, rectifications] = [await own('Alert'), await own('Rectification')];
    const [measures, supervisions] = [await own('BudgetMeasure'), await own('Supervision')];
    const idsOf = (rows: readonly StoredRow[]): string[] => rows.map(({ id }) => id);
    const ofAlert = groupBy(await this.rows.of(manager, 'AlertStep', 'alertId', idsOf(alerts)), ({ alertId }) =>
      String(alertId),
    );
    const subjects = [...rectifications, ...measures, ...supervisions];
    const taken = await this.rows.of(manager, 'FollowUpStep', 'subjectId', idsOf(subjects));
    const ofSubject = groupBy(taken, ({ subjectId }) => String(subjectId));
    const files = await this.rows.of(manager, 'RectificationFile', 'rectificationId', idsOf(rectifications));
    const ofRectification = groupBy(files, ({ rectificationId }) => String(rectificationId));
    const withSteps = (row: StoredRow) => ({ ...row, steps: ofSubject.get(row.id) ?? [] });
    return {
      alerts: alerts.map((row) => ({ ...row, steps: ofAlert.get(row.id) ?? [] })),
      rectifications: rectifications.map((row) => ({ ...withSteps(row), files: ofRectification.get(row.id) ?? [] })),
      measures: measures.map(withSteps),
      supervisions: supervisions.map(withSteps),
    };
  }

  /** With the scores of the three levels, its steps and its seals. */
  private async evaluationOf(manager: EntityManager, projectId: string) {
    const [evaluation] = await this.rows.of(manager, 'SelfEvaluation', 'projectId', [projectId]);
    if (evaluation === undefined) return null;
    return {
      evaluation,
      steps: await this.rows.of(manager, 'SelfEvaluationStep', 'evaluationId', [evaluation.id]),
      seals: await this.rows.of(manager, 'SelfEvaluationSeal', 'evaluationId', [evaluation.id]),
      finalAccounts: await this.rows.of(manager, 'FinalAccount', 'projectId', [projectId]),
    };
  }

  /** What the usernames in records stand for. */
  private async peopleIn(manager: EntityManager, records: readonly (readonly [string, unknown])[]) {
    const usernames = new Set<string>();
    JSON.stringify(records, (key, value: unknown) => {
      if (typeof value === 'string' && NAMES_A_PERSON.test(key)) usernames.add(value);
      return value;
    });
    const nameOf = await this.names.of(manager, usernames);
    return [...usernames].sort().map((username) => ({ username, name: nameOf(username) }));
  }
}

/** Columns that hold a username. */
const NAMES_A_PERSON = /(?:By|For)$|^(?:actor|onBehalfOf|actedFor|owner)$/;

const sealHead = ({ seq, version, createdAt, createdBy, previousHash, contentHash, hash }: RoundSeal) => ({
  seq,
  version,
  createdAt,
  createdBy,
  previousHash,
  contentHash,
  hash,
});

/** With the sentences that say how the lights came about (R49). */
function explained({ project, indicators }: LightRows) {
  const assessed = indicators.map(({ assessment }) => assessment);
  const { assessment } = project;
  const whole = { ...assessment, goals: { ...assessment.goals, indicators: assessed } };
  return {
    explanation: explainProject(whole, 'zh'),
    project,
    indicators: indicators.map((each) => ({ ...each, explanation: explainIndicator(each.assessment, 'zh') })),
  };
}
