import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IsNull, type EntityManager } from 'typeorm';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { MonitoringRound } from '../../apps/api/src/features/reporting/persistence/monitoring-round.entity.js';
import { ProjectReport } from '../../apps/api/src/features/reporting/persistence/project-report.entity.js';
import { ReportAttachment } from '../../apps/api/src/features/reporting/persistence/report-attachment.entity.js';
import { ReportedExpenditure } from '../../apps/api/src/features/reporting/persistence/reported-expenditure.entity.js';
import { canonical, sha256 } from '../../apps/api/src/features/seals/application/canonical.js';
import { sealHash } from '../../apps/api/src/features/seals/application/seal-hash.js';
import type { SealedProject } from '../../apps/api/src/features/seals/application/snapshot.js';
import type { SealCheckView } from '../../apps/api/src/features/seals/http/seals.dto.js';
import { RoundSealPart } from '../../apps/api/src/features/seals/persistence/round-seal-part.entity.js';
import { RoundSeal } from '../../apps/api/src/features/seals/persistence/round-seal.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { RulePackVersion } from '../../apps/api/src/features/targets/persistence/rule-pack-version.entity.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';

type EntityClass<E> = new () => E;

describeBackends('Sealed rounds', (backend) => {
  let sealed: SealedCourt;
  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    await sealed.lockJune();
    await sealed.lock(3, { asTheyStand: true });
    expect((await sealed.verified()).findings).toEqual([]);
  });
  afterAll(() => sealed.close());

  /** What verifying June finds while somebody has written over a row; put right again, nothing is found. */
  async function whileTampered<E extends object>(
    entity: EntityClass<E>,
    row: E,
    tamper: (manager: EntityManager) => Promise<unknown>,
  ): Promise<SealCheckView> {
    await sealed.uow.run(tamper);
    const found = await sealed.verified();
    await sealed.uow.run((manager) => manager.save(entity, row));
    expect(await sealed.verified()).toMatchObject({ findings: [], deviations: [] });
    return found;
  }
  const codes = ({ findings }: SealCheckView): readonly string[] => findings.map(({ code }) => code);
  const sealOf = (seq: number): Promise<RoundSeal> => sealed.uow.reader.findOneByOrFail(RoundSeal, { seq });
  const greenLight = (): Promise<ProjectLight> =>
    sealed.uow.reader.findOneByOrFail(ProjectLight, { projectId: sealed.idOf(), light: 'green' });

  it('hold everything that the lights came from: round, rules, days, targets, reports', async () => {
    const parts = await sealed.uow.reader.find(RoundSealPart, {
      where: { sealId: (await sealOf(1)).id },
      order: { ordinal: 'ASC' },
    });
    const texts = parts.map(({ content }) => gunzipSync(content).toString('utf8'));
    expect(parts.map(({ hash, characters }) => [hash, characters])).toEqual(
      texts.map((text) => [sha256(text), text.length]),
    );
    const [head = '', projects = ''] = texts;
    expect(JSON.parse(head)).toMatchObject({
      format: 'jixiao-round@1',
      round: { year: 2022, month: 6, lockedBy: 'finance' },
      rulePack: { id: 'ratio', version: 1, spend: { redBelow: 60 } },
      calendar: { lastDay: '2022-06-30' },
    });
    const all = JSON.parse(projects) as SealedProject[];
    const one = all.find(({ project }) => project.name === sealed.court.project);
    expect(one).toMatchObject({
      project: { organisationName: '法院' },
      report: { status: 'locked', expenditure: { expenditureFen: 20_000_000 } },
      light: { light: 'green', inputs: { adjustedBudgetFen: 40_000_000, schedule: expect.any(Array) } },
    });
    expect(one?.indicators.map(({ inputs }) => inputs.target)).toContainEqual(
      expect.objectContaining({ kind: 'level', direction: expect.any(String), assessedFrom: 1 }),
    );
  });

  it('name a light that was changed, and its field', async () => {
    const light = await greenLight();
    const found = await whileTampered(ProjectLight, light, (manager) =>
      manager.update(ProjectLight, { id: light.id }, { light: 'blue' }),
    );
    const project = { name: sealed.court.project };
    expect(found.findings).toMatchObject([
      { code: 'seal-light-changed', version: 1, part: 1, project, fields: ['light'] },
    ]);
    expect(found.findings[0]?.message).toContain(sealed.court.project);
    expect(found.seals).toMatchObject([{ version: 1, intact: true }]);
  });

  it('name the light of an indicator that was changed together with its inputs', async () => {
    const light = await greenLight();
    const place = light.indicators.findIndex(({ assessment }) => assessment.light === 'green');
    const answer = { type: 'noData' as const, why: '改' };
    const indicators = light.indicators.map((each, index) =>
      index === place ? { ...each, inputs: { ...each.inputs, answer } } : each,
    );
    const found = await whileTampered(ProjectLight, light, (manager) =>
      manager.update(ProjectLight, { id: light.id }, { indicators }),
    );
    const paths = found.findings[0]?.fields ?? [];
    const name = light.indicators[place]?.inputs.target.name ?? '';
    expect(codes(found)).toEqual(['seal-light-changed']);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.every((path) => path.startsWith(`${name}: inputs.answer`))).toBe(true);
  });

  it('name the indicator whose light was recoloured, taken out or put in', async () => {
    const light = await greenLight();
    const [first, ...others] = light.indicators;
    if (first === undefined) throw new Error('The project has no indicators');
    const { name } = first.inputs.target;
    const paths = async (indicators: ProjectLight['indicators']): Promise<readonly string[]> => {
      const found = await whileTampered(ProjectLight, light, (manager) =>
        manager.update(ProjectLight, { id: light.id }, { indicators }),
      );
      expect(codes(found)).toEqual(['seal-light-changed']);
      return found.findings[0]?.fields ?? [];
    };
    const recoloured = { ...first, assessment: { ...first.assessment, light: 'grey' as const } };
    expect(await paths([recoloured, ...others])).toEqual([`${name}: assessment.light`, `${name}: light`]);
    expect(await paths(others)).toEqual([name]);
    const planted = { ...first, assessment: { ...first.assessment, id: newId() } };
    expect(await paths([...light.indicators, planted])).toEqual([name]);
  });

  it('name what was reported, and the evidence for it, where they were changed', async () => {
    const { reader } = sealed.uow;
    const report = await reader.findOneByOrFail(ProjectReport, { projectId: sealed.idOf(), status: 'locked' });
    const wherever = { reportId: report.id, supersededAt: IsNull() };
    const spent = await reader.findOneByOrFail(ReportedExpenditure, wherever);
    const found = await whileTampered(ReportedExpenditure, spent, (manager) =>
      manager.update(ReportedExpenditure, { id: spent.id }, { otherFen: 1 }),
    );
    const project = { name: sealed.court.project };
    expect(found.findings).toMatchObject([
      { code: 'seal-report-changed', version: 1, part: 1, project, fields: ['expenditure.otherFen'] },
    ]);

    const { roundId, projectId } = report;
    const content = { file: '假.pdf', bytes: 1, contentType: 'application/pdf', sha256: sha256('假') };
    const uploaded = { uploadedBy: 'clerk', uploadedAt: '2022-07-02T00:00:00.000Z', removedBy: null, removedAt: null };
    const planted = { id: newId(), roundId, projectId, lineageId: null, ...content, ...uploaded };
    await sealed.uow.run((manager) => manager.insert(ReportAttachment, planted));
    expect((await sealed.verified()).findings).toMatchObject([
      { code: 'seal-evidence-changed', project, fields: ['假.pdf'] },
    ]);
    await sealed.uow.run((manager) => manager.delete(ReportAttachment, { id: planted.id }));
  });

  it('name a light of a project that the round never had', async () => {
    const { reader } = sealed.uow;
    const project = { ...(await reader.findOneByOrFail(Project, { id: sealed.idOf() })), id: newId() };
    const green = await greenLight();
    const light = { ...green, id: newId(), projectId: project.id };
    await sealed.uow.run(async (manager) => {
      await manager.insert(Project, { ...project, code: null, name: '混入的项目' });
      await manager.insert(ProjectLight, light);
    });
    const { findings } = await sealed.verified();
    expect(findings).toMatchObject([{ code: 'seal-light-added', project: { name: '混入的项目' } }]);
    await sealed.uow.run(async (manager) => {
      await manager.delete(ProjectLight, { id: light.id });
      await manager.delete(Project, { id: project.id });
    });
  });

  it('name the part of a snapshot that was changed, and the project whose light no longer follows', async () => {
    const { id: sealId } = await sealOf(1);
    const part = await sealed.uow.reader.findOneByOrFail(RoundSealPart, { sealId, ordinal: 1 });
    const text = gunzipSync(part.content).toString('utf8').replace('"lightRank":2', '"lightRank":0');
    const write = (change: Partial<RoundSealPart>) =>
      whileTampered(RoundSealPart, part, (manager) => manager.update(RoundSealPart, { id: part.id }, change));

    const found = await write({ content: gzipSync(text) });
    expect(found.findings.slice(0, 2)).toMatchObject([
      { code: 'seal-part-changed', version: 1, part: 1 },
      { code: 'seal-light-miscomputed', version: 1, part: 1, fields: ['lightRank'] },
    ]);
    expect(found.seals).toMatchObject([{ version: 1, intact: false }]);
    const withHash = codes(await write({ content: gzipSync(text), hash: sha256(text) }));
    expect(withHash).toContain('seal-content-changed');
    expect(withHash).not.toContain('seal-part-changed');
    expect(codes(await write({ content: Buffer.from('no snapshot') }))[0]).toBe('seal-part-changed');
    const gone = await whileTampered(RoundSealPart, part, (manager) => manager.delete(RoundSealPart, { id: part.id }));
    expect(codes(gone)[0]).toBe('seal-part-missing');
  });

  it('name a light that was judged by something else than the report sealed with it', async () => {
    const { id: sealId } = await sealOf(1);
    const part = await sealed.uow.reader.findOneByOrFail(RoundSealPart, { sealId, ordinal: 1 });
    const projects = JSON.parse(gunzipSync(part.content).toString('utf8')) as SealedProject[];
    const forged = projects.map(({ report, ...rest }) => ({
      ...rest,
      report: report && { ...report, expenditure: { ...report.expenditure, expenditureFen: 1 }, results: [] },
    }));
    const content = gzipSync(canonical(forged));
    const { findings } = await whileTampered(RoundSealPart, part, (manager) =>
      manager.update(RoundSealPart, { id: part.id }, { content }),
    );
    const stale = findings.filter(({ code }) => code === 'seal-light-stale');
    const one = stale.find(({ project }) => project?.name === sealed.court.project);
    expect(stale).toHaveLength(projects.length);
    expect(one?.fields).toEqual(expect.arrayContaining(['expenditureFen', expect.stringMatching(/\p{Script=Han}/u)]));
  });

  it('name a seal that was changed, even by one who knows how hashes are made', async () => {
    const [june, march] = [await sealOf(1), await sealOf(2)];
    const forge = (seal: RoundSeal, change: Partial<RoundSeal>) =>
      whileTampered(RoundSeal, seal, (manager) => manager.update(RoundSeal, { id: seal.id }, change));
    const createdBy = 'somebody';
    const naive = await forge(june, { createdBy });
    expect(naive.findings).toMatchObject([{ code: 'seal-changed', seq: 1, version: 1 }]);
    const clever = await forge(june, { createdBy, hash: sealHash({ ...june, createdBy }) });
    expect(clever.findings).toMatchObject([{ code: 'seal-chain-broken', seq: 2 }]);
    const last = await forge(march, { createdBy, hash: sealHash({ ...march, createdBy }) });
    expect(last.findings).toMatchObject([{ code: 'seal-chain-cut', seq: 2 }]);
  });

  it('name an audit trail that was rewritten after they were made', async () => {
    const seal = await sealOf(1);
    expect(seal.auditSeq).toBeGreaterThan(0);
    const entry = await sealed.uow.reader.findOneByOrFail(AuditEntry, { seq: seal.auditSeq ?? 0 });
    const rewritten = await whileTampered(AuditEntry, entry, (manager) =>
      manager.update(AuditEntry, { id: entry.id }, { actor: 'nobody', hash: 'f'.repeat(64) }),
    );
    expect(rewritten.findings).toMatchObject([{ code: 'seal-audit-changed', seq: 1, version: 1 }]);
  });

  it('are missed where one was taken out of the middle or off the end', async () => {
    const take = async (seq: number): Promise<readonly string[]> => {
      const seal = await sealOf(seq);
      return codes(await whileTampered(RoundSeal, seal, (manager) => manager.delete(RoundSeal, { id: seal.id })));
    };
    expect(await take(1)).toEqual(['seal-missing']);
    expect(await take(2)).toEqual(['seal-chain-cut']);
  });

  it('name a round and a rule pack that were changed afterwards', async () => {
    const { roundId } = await sealOf(1);
    const round = await sealed.uow.reader.findOneByOrFail(MonitoringRound, { id: roundId });
    const moved = await whileTampered(MonitoringRound, round, (manager) =>
      manager.update(MonitoringRound, { id: roundId }, { closesOn: '2022-08-01' }),
    );
    expect(moved.findings).toMatchObject([{ code: 'seal-round-changed', part: 0, fields: ['closesOn'] }]);
    const pack = await sealed.uow.reader.findOneByOrFail(RulePackVersion, { ref: round.rulePackRef });
    const content = { ...pack.content, spend: { ...pack.content.spend, redBelow: 10 } };
    const eased = await whileTampered(RulePackVersion, pack, (manager) =>
      manager.update(RulePackVersion, { ref: pack.ref }, { content }),
    );
    expect(eased.findings[0]).toMatchObject({ code: 'seal-rules-changed', fields: ['spend.redBelow'] });
  });
});
