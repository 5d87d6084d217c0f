import type { Locale } from '../../../platform/http/message-catalogue.js';

/**
 * Every action that is recorded, in the order in which it is offered, and what it is called. A new action gets its line
 * here; the compiler refuses to record one without.
 */
export const ACTION_WORDS = {
  'identity.sign-in': { zh: '登录', en: 'Signed in' },
  'identity.sign-in-failed': { zh: '登录失败', en: 'Failed sign-in' },
  'identity.add-user': { zh: '增加用户', en: 'Added a user' },
  'identity.add-token': { zh: '创建访问令牌', en: 'Made a token' },
  'identity.revoke-token': { zh: '吊销访问令牌', en: 'Revoked a token' },
  'identity.change-password': { zh: '修改密码', en: 'Changed a password' },
  'organisations.add': { zh: '增加单位', en: 'Added an organisation' },
  'organisations.self-approval': { zh: '设置单位自审', en: 'Set self-approval' },
  'imports.save': { zh: '导入绩效目标表', en: 'Imported targets' },
  'imports.undo': { zh: '撤销导入', en: 'Undid an import' },
  'targets.create-project': { zh: '新增项目', en: 'Added a project' },
  'targets.change-targets': { zh: '变更绩效目标', en: 'Changed targets' },
  'targets.propose-change': { zh: '申请变更目标', en: 'Proposed a change of targets' },
  'targets.review-change': { zh: '审核目标变更', en: 'Reviewed a change of targets' },
  'targets.approve-change': { zh: '批准目标变更', en: 'Approved a change of targets' },
  'targets.reject-change': { zh: '不批准目标变更', en: 'Rejected a change of targets' },
  'targets.withdraw-change': { zh: '撤回目标变更', en: 'Withdrew a change of targets' },
  'targets.add-document': { zh: '上传依据文件', en: 'Added a document' },
  'targets.confirm-direction': { zh: '确认指标方向', en: 'Confirmed a direction' },
  'targets.review-targets': { zh: '审核目标', en: 'Reviewed targets' },
  'targets.approve-targets': { zh: '批复目标', en: 'Approved targets' },
  'targets.return-targets': { zh: '退回目标', en: 'Returned targets' },
  'targets.carry-over': { zh: '结转到新年度', en: 'Carried a project over' },
  'targets.restore-targets': { zh: '恢复绩效目标', en: 'Restored targets' },
  'targets.remove-project': { zh: '撤销新增项目', en: 'Removed a new project' },
  'targets.adjust-budget': { zh: '调整预算', en: 'Adjusted a budget' },
  'targets.change-flags': { zh: '修改项目属性', en: 'Changed project flags' },
  'reporting.open-round': { zh: '建立监控期', en: 'Created a round' },
  'reporting.change-window': { zh: '修改填报期限', en: 'Changed the window of a round' },
  'reporting.grant-exception': { zh: '给单位延期', en: 'Gave a unit more time' },
  'reporting.withdraw-exception': { zh: '取消延期', en: 'Took back the time given to a unit' },
  'notifications.remind': { zh: '催报', en: 'Reminded units' },
  'reporting.adopt-targets': { zh: '本期改用新目标', en: 'Adopted new targets for a round' },
  'reporting.end-reporting': { zh: '提前结束填报', en: 'Ended reporting early' },
  'reporting.lock-round': { zh: '锁定监控期', en: 'Locked a round' },
  'reporting.lock-round-again': { zh: '再次锁定监控期', en: 'Locked a round again' },
  'reporting.reopen': { zh: '重新开放填报', en: 'Reopened a report' },
  'reporting.withdraw-reopening': { zh: '撤销重新开放', en: 'Withdrew a reopening' },
  'reporting.expire-reopening': { zh: '重新开放到期', en: 'A reopening expired' },
  'reporting.save': { zh: '保存填报', en: 'Saved a report' },
  'reporting.submit': { zh: '提交填报', en: 'Submitted a report' },
  'reporting.withdraw': { zh: '撤回填报', en: 'Withdrew a report' },
  'reporting.approve': { zh: '审核通过填报', en: 'Approved a report' },
  'reporting.accept': { zh: '接收填报', en: 'Accepted a report' },
  'reporting.return': { zh: '退回填报', en: 'Returned a report' },
  'reporting.attach': { zh: '上传佐证材料', en: 'Attached a file' },
  'reporting.detach': { zh: '移除佐证材料', en: 'Removed an attached file' },
  'reporting.refuse-file': { zh: '退回填报文件', en: 'Refused a report file' },
  'treasury.deliver': { zh: '接收国库数据', en: 'Took treasury figures in' },
  'monitoring.recompute': { zh: '重新计算', en: 'Recomputed' },
  'comments.add': { zh: '批示', en: 'Commented' },
  'comments.withdraw': { zh: '撤回批示', en: 'Withdrew a comment' },
  'monitoring.draw-sample': { zh: '抽取核实项目', en: 'Drew a sample' },
  'monitoring.verify-result': { zh: '记录核实结果', en: 'Recorded a verified result' },
  'jobs.cancel': { zh: '取消后台任务', en: 'Cancelled a job' },
  'jobs.retry': { zh: '重试后台任务', en: 'Retried a job' },
  'audit.export': { zh: '导出审计记录', en: 'Exported the audit trail' },
} as const satisfies Readonly<Record<`${string}.${string}`, Readonly<Record<Locale, string>>>>;

export type AuditAction = keyof typeof ACTION_WORDS;

const WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = ACTION_WORDS;

/** The name of a stored action; the code itself where an older program recorded what is no longer done. */
export const actionName = (action: string, locale: Locale): string => WORDS[action]?.[locale] ?? action;
