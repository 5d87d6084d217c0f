import type { Reason } from '@jixiao/domain';
import type { DemoMonth, DemoYear } from './demo-types.js';

/** Which projects serve a unit's department goals, by the unit's code and the goal's title. One goal has none yet. */
export const GOAL_PROJECTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '101001': { 预算绩效管理: ['预算绩效管理服务费'], 财政信息化: ['预算管理一体化系统运维费'] },
  '102001': {
    审判执行工作: ['办案业务经费', '执行指挥中心设备购置'],
    诉讼服务与基层法庭建设: ['审判综合楼物业及运转费', '人民陪审员经费'],
  },
  '103001': { 社区矫正和安置帮教: ['社区矫正工作经费'], 全民普法: ['法治宣传教育经费', '乡村法律明白人志愿宣讲'] },
  '103002': { 法律援助: ['法律援助案件补贴'] },
  '104001': { 社会治安防控: ['公共安全视频监控运维费'] },
  '104002': { 道路交通安全管理: ['道路交通安全设施维护费', '交通安全宣传经费'] },
};

/** A sentence that goes otherwise than promised in some rounds, and what the unit says to that. */
export interface GoalStory {
  /** What the sentence begins with. */
  readonly sentence: string;
  readonly year: DemoYear;
  readonly months: readonly DemoMonth[];
  /** Of what it would have been; null where nothing was reported. */
  readonly share: number | null;
  readonly reasons?: readonly Reason[];
  readonly note?: string;
}

export const GOAL_STORIES: readonly GoalStory[] = [
  {
    sentence: '案件结案率',
    year: 2026,
    months: [6, 9],
    share: 0.74,
    reasons: ['staff'],
    note: '上半年新收案件增长两成，两名员额法官调离，遴选正在进行。',
  },
  {
    sentence: '网上立案占比',
    year: 2026,
    months: [9],
    share: 0.82,
    reasons: ['hardware'],
    note: '八月网上立案系统升级，停用三周，已恢复。',
  },
  {
    sentence: '反诈宣传覆盖',
    year: 2026,
    months: [3, 6, 9],
    share: 1.3,
  },
  {
    sentence: '普法活动',
    year: 2025,
    months: [3, 6],
    share: 0.5,
    reasons: ['funding'],
    note: '宣传经费六月到账，活动集中在下半年。',
  },
  { sentence: '排查治理隐患', year: 2026, months: [9], share: null },
  { sentence: '较大事故', year: 2026, months: [9], share: null },
];
