import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Refusal, Visitor } from '../support/api.js';
import { PaperDesk } from '../support/paper-desk.js';
import { SealedCourt } from '../support/sealed-court.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const EVIDENCE = { kind: 'evidence', year: 2022 } as const;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describeBackends('Evidence of projects for an auditor', (backend) => {
  let sealed: SealedCourt;
  let desk: PaperDesk;
  let auditor: Visitor;

  beforeAll(async () => {
    sealed = await SealedCourt.open(backend);
    const { api, clerk } = sealed.court;
    await api.addUser('auditor', 'auditor', '001');
    auditor = await api.as('auditor');
    desk = new PaperDesk(api);
    const attachments = `/rounds/2022/6/projects/${sealed.idOf()}/attachments`;
    await clerk.post(attachments, ...upload([{ name: '佐证.png', bytes: PICTURE }], {}));
    await sealed.lockJune();
    const finding = { source: 'audit', projectId: sealed.idOf(), finding: '资金闲置' };
    const { status } = await sealed.court.finance.post('/rectifications', finding);
    if (status !== 201) throw new Error(`Opening a rectification answered ${status}`);
  });
  afterAll(() => sealed.close());

  const record = (members: ReadonlyMap<string, Buffer>, name: string): unknown =>
    JSON.parse(members.get(name)?.toString('utf8') ?? 'null');

  it('is one zip with everything of a project: targets, reports and steps, lights, follow-ups, files and forms', async () => {
    const view = await desk.written(auditor, { ...EVIDENCE, projectId: sealed.idOf() });
    expect(view).toMatchObject({ state: 'finished', projects: 1, papers: 2 });
    expect(view.file).toBe(`${sealed.court.project}_2022年绩效佐证资料.zip`);
    const members = await desk.members(auditor, view.id);
    expect([...members.keys()].sort()).toEqual(
      [
        'manifest.json',
        '目录.txt',
        '项目与目标.json',
        '监控/1-3月.json',
        '监控/1-6月.json',
        '预警与整改.json',
        '人员.json',
        '佐证/1-6月/佐证.png',
        '表/2022年1-3月绩效目标执行监控表.pdf',
        '表/2022年1-6月绩效目标执行监控表.pdf',
      ].sort(),
    );
    expect(members.get('佐证/1-6月/佐证.png')?.equals(PICTURE)).toBe(true);
    expect(record(members, '项目与目标.json')).toMatchObject({
      project: { name: sealed.court.project, organisationCode: '336001' },
      versionInForce: 1,
      targets: [{ version: 1, content: { indicators: expect.any(Array) } }],
    });
    expect(record(members, '监控/1-6月.json')).toMatchObject({
      round: { status: 'locked' },
      seals: [{ version: 1 }],
      report: { status: 'locked', submittedBy: 'clerk' },
      steps: [
        { step: 'submit', actor: 'clerk' },
        { step: 'approve', actor: 'reviewer' },
        { step: 'accept', actor: 'finance' },
      ],
      lights: { explanation: expect.stringContaining('资金'), project: { inputs: expect.any(Object) } },
    });
    expect(record(members, '预警与整改.json')).toMatchObject({ rectifications: [{ finding: '资金闲置' }] });
    expect(record(members, '人员.json')).toContainEqual({ username: 'clerk', name: '显示 clerk' });
  });

  it('lists the hash of every member, for machines and for people', async () => {
    const view = await desk.written(auditor, { ...EVIDENCE, projectId: sealed.idOf() });
    const members = await desk.members(auditor, view.id);
    const { members: listed } = record(members, 'manifest.json') as { members: { file: string; sha256: string }[] };
    const others = [...members.keys()].filter((name) => !['manifest.json', '目录.txt'].includes(name));
    expect(listed.map(({ file }) => file).sort()).toEqual(others.sort());
    for (const { file, sha256: told } of listed) expect(told).toBe(sha256(members.get(file) ?? Buffer.alloc(0)));
    const lines = members.get('目录.txt')?.toString('utf8').trimEnd().split('\n');
    expect(lines).toEqual(listed.map(({ file, sha256: told }) => `${told}  ${file}`));
  });

  it('has a folder per project where there are several, and papers that can be checked', async () => {
    const view = await desk.written(auditor, EVIDENCE);
    expect(view).toMatchObject({ projects: 2, papers: 4 });
    const bytes = await desk.file(auditor, view.id);
    const check = await desk.check(auditor, view.file ?? '', bytes);
    expect(check.archive).toMatchObject({ kind: 'evidence', exportedBy: 'auditor', projects: 2 });
    expect(check.counts).toMatchObject({ exact: 4, unknown: 0 });
  });

  it('is for auditors and for whom self-evaluations are managed by, and for nobody else', async () => {
    for (const visitor of [sealed.court.clerk, await sealed.court.api.as('reviewer')]) {
      const { status, body } = await desk.ask<Refusal>(visitor, { ...EVIDENCE, projectId: sealed.idOf() });
      expect([status, body.code]).toEqual([403, 'forbidden']);
    }
    expect((await desk.written(sealed.court.finance, { ...EVIDENCE, projectId: sealed.idOf() })).state).toBe(
      'finished',
    );
  });
});
