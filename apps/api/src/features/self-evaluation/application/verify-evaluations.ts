import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { AuditLog } from '../../audit/index.js';
import { SealChainRepository } from '../../seals/index.js';
import { EvaluationPlacesQuery } from '../persistence/evaluation-places.query.js';
import { EvaluationRuleRepository } from '../persistence/evaluation-rule.repository.js';
import { EVALUATION_CHAIN, EvaluationSealRepository } from '../persistence/evaluation-seal.repository.js';
import { EvaluationYearRepository } from '../persistence/evaluation-year.repository.js';
import type { SelfEvaluationSeal } from '../persistence/self-evaluation-seal.entity.js';
import { SelfEvaluationRepository } from '../persistence/self-evaluation.repository.js';
import { checkEvaluationSeal } from './check-evaluation-seal.js';
import { evaluationFinding, type EvaluationFinding } from './evaluation-finding.js';
import { evaluationSealHash } from './sealed-evaluation.js';

/** Any one of them, at the root: a finding names projects of any unit. */
export const EVALUATION_VERIFIERS = ['evaluations.manage', 'audit.read'] as const satisfies readonly Permission[];

export interface VerifiedEvaluations {
  readonly year: number;
  readonly seals: number;
  readonly accepted: number;
  readonly findings: readonly EvaluationFinding[];
}

const CHUNK = 200;
const HEADS = 2000;

/** Computes every sealed score of a year again and compares it with what is stored; changes nothing. */
@Injectable()
export class VerifyEvaluations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly years: EvaluationYearRepository,
    private readonly rules: EvaluationRuleRepository,
    private readonly chains: SealChainRepository,
    private readonly seals: EvaluationSealRepository,
    private readonly evaluations: SelfEvaluationRepository,
    private readonly places: EvaluationPlacesQuery,
    private readonly audit: AuditLog,
  ) {}

  /** The same, noted in the audit trail. @throws DomainError `forbidden`, `evaluation-year-not-open` */
  async byPerson(user: CurrentUser, year: number, remoteAddress: string): Promise<VerifiedEvaluations> {
    if (!EVALUATION_VERIFIERS.some((permission) => holdsEverywhere(user, permission)))
      throw new DomainError('forbidden');
    await this.years.require(this.uow.reader, year);
    const verified = await this.run(year);
    const { seals, accepted, findings } = verified;
    await this.uow.run((manager) =>
      this.audit.record(manager, {
        ...actorAt(user, EVALUATION_VERIFIERS, EVERYWHERE),
        action: 'evaluations.verify',
        subject: `evaluation-year/${year}`,
        after: { seals, accepted, findings: findings.length },
        remoteAddress,
      }),
    );
    return verified;
  }

  async run(year: number, pace: Pace = new Pace({})): Promise<VerifiedEvaluations> {
    const findings = [...(await this.chain(pace))];
    let seals = 0;
    let after = 0;
    for (;;) {
      const some = await this.seals.ofYear(this.uow.reader, year, after, CHUNK);
      const last = some.at(-1);
      if (last === undefined) break;
      findings.push(...(await this.check(some)));
      seals += some.length;
      after = last.seq;
      await pace.breathe();
    }
    const { accepted, lacking } = await this.accepted(year);
    return { year, seals, accepted, findings: [...findings, ...lacking] };
  }

  /** Whether the seals of all years are one unbroken chain up to the end that is noted. */
  private async chain(pace: Pace): Promise<readonly EvaluationFinding[]> {
    const { reader } = this.uow;
    const findings: EvaluationFinding[] = [];
    let [seq, hash]: [number, string | null] = [0, null];
    for (;;) {
      const some = await this.seals.heads(reader, seq, HEADS);
      if (some.length === 0) break;
      for (const head of some) {
        const place = { seq: head.seq, version: head.version, evaluationId: head.evaluationId };
        if (head.seq !== seq + 1) findings.push(evaluationFinding('evaluation-seal-missing', { seq: seq + 1 }));
        else if (evaluationSealHash(head) === head.hash && head.previousHash !== hash) {
          findings.push(evaluationFinding('evaluation-seal-chain-broken', place));
        }
        [seq, hash] = [head.seq, head.hash];
      }
      await pace.breathe();
    }
    const end = await this.chains.find(reader, EVALUATION_CHAIN);
    const isWhole = (end?.seq ?? 0) === seq && (end?.hash ?? null) === hash;
    if (!isWhole) findings.push(evaluationFinding('evaluation-seal-chain-cut', { seq: end?.seq ?? 0 }));
    return findings;
  }

  private async check(seals: readonly SelfEvaluationSeal[]): Promise<readonly EvaluationFinding[]> {
    const { reader } = this.uow;
    const ids = [...new Set(seals.map(({ evaluationId }) => evaluationId))];
    const rows = await this.evaluations.byIds(reader, ids);
    const places = await this.places.of(reader, rows);
    const placed = new Map(
      rows.map((row) => {
        const unit = places.unit(row.organisationId);
        return [row.id, { row, project: places.project(row.projectId), unit }] as const;
      }),
    );
    const steps = groupBy(await this.evaluations.stepsOf(reader, ids), ({ evaluationId }) => evaluationId);
    const rules = await this.rules.byRef(reader);
    return seals.flatMap((seal) =>
      checkEvaluationSeal(seal, {
        placed: placed.get(seal.evaluationId),
        steps: steps.get(seal.evaluationId) ?? [],
        rules,
      }),
    );
  }

  private async accepted(year: number) {
    const rows = await this.evaluations.acceptedOf(this.uow.reader, year);
    const sealed = await this.seals.lastVersions(
      this.uow.reader,
      rows.map(({ id }) => id),
    );
    const lacking = rows
      .filter(({ id, sealVersion }) => sealVersion === null || sealed.get(id) !== sealVersion)
      .map(({ id, sealVersion, name }) =>
        evaluationFinding('evaluation-seal-lacking', { evaluationId: id, version: sealVersion, project: name }),
      );
    return { accepted: rows.length, lacking };
  }
}
