import type { Role } from '@jixiao/domain';
import { COURT } from './court.js';
import type { DemoUnit } from './demo-types.js';
import { FINANCE } from './finance.js';
import { LEGAL_AID, JUSTICE } from './justice.js';
import { POLICE, TRAFFIC_POLICE } from './police.js';

/** 青禾县 is made up; its area code belongs to no place. */
export const AREA_CODE = '990126';

export interface DemoOrganisation {
  readonly code: string;
  readonly name: string;
  readonly kind: 'financeBureau' | 'department' | 'unit';
  readonly parentCode: string | null;
}

export const UNITS: readonly DemoUnit[] = [FINANCE, COURT, JUSTICE, LEGAL_AID, POLICE, TRAFFIC_POLICE];

const department = (code: string, name: string): DemoOrganisation => ({
  code,
  name,
  kind: 'department',
  parentCode: '100',
});

/** Parents before children. */
export const ORGANISATIONS: readonly DemoOrganisation[] = [
  { code: '100', name: '青禾县财政局', kind: 'financeBureau', parentCode: null },
  department('101', '青禾县财政部门'),
  department('102', '青禾县法院部门'),
  department('103', '青禾县司法行政部门'),
  department('104', '青禾县公安部门'),
  ...UNITS.map(({ code, name }): DemoOrganisation => ({ code, name, kind: 'unit', parentCode: code.slice(0, 3) })),
];

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Another one of the same person at the same place: who fills in alone also approves. */
  readonly secondRole?: Role;
  readonly organisationCode: string;
}

/** Units with one person, whom finance lets approve what he fills in. */
export const SELF_APPROVAL = { units: ['103002'], reason: '法律援助中心编制一人，经研究同意自审。' } as const;

/** Of every account; public, which is why the demonstration is never loaded into a configured database unasked. */
export const DEMO_PASSWORD = 'Qinghe-2026';

const account = (username: string, displayName: string, role: Role, organisationCode: string): DemoAccount => ({
  username,
  displayName,
  role,
  organisationCode,
});

export const ACCOUNTS: readonly DemoAccount[] = [
  account('finance', '周明 · 财政局绩效股', 'financeReviewer', '100'),
  account('leader', '沈立群 · 县领导', 'leader', '100'),
  account('auditor', '韩雪 · 审计局', 'auditor', '100'),
  account('bureauhead', '郑文华 · 财政部门审核人', 'departmentReviewer', '101'),
  account('courthead', '杨帆 · 法院部门审核人', 'departmentReviewer', '102'),
  account('justicehead', '钱进 · 司法行政部门审核人', 'departmentReviewer', '103'),
  account('department', '罗建国 · 公安部门审核人', 'departmentReviewer', '104'),
  account('bureau', '吴倩 · 财政局机关审核人', 'unitReviewer', '101001'),
  account('reviewer', '方敏 · 法院审核人', 'unitReviewer', '102001'),
  account('justicereviewer', '许洁 · 司法局审核人', 'unitReviewer', '103001'),
  account('policereviewer', '高磊 · 公安局审核人', 'unitReviewer', '104001'),
  account('trafficreviewer', '丁勇 · 交警大队审核人', 'unitReviewer', '104002'),
  account('treasury', '陈思远 · 财政局填报人', 'clerk', '101001'),
  account('court', '李雯 · 法院填报人', 'clerk', '102001'),
  account('justice', '赵海 · 司法局填报人', 'clerk', '103001'),
  { ...account('legalaid', '孙悦 · 法律援助中心填报人', 'clerk', '103002'), secondRole: 'unitReviewer' },
  account('police', '马强 · 公安局填报人', 'clerk', '104001'),
  account('traffic', '何静 · 交警大队填报人', 'clerk', '104002'),
  account('admin', '系统管理员', 'admin', '100'),
];
