import type { Messages } from '../../platform/http/message-catalogue.js';

/** Sentences of what people are told of self-evaluations (绩效自评) and official reports. */
export const yearEndNoticeMessages: Messages = {
  'notice-evaluation-opened': {
    zh: '{year} 年度绩效自评已开展，初稿已生成，请于 {deadline} 前提交。',
    en: 'The self-evaluation of {year} is open and its drafts are made; hand them in by {deadline}.',
  },
  'notice-evaluation-approve': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评等待单位审核。',
    en: '{unit}: self-evaluations of {year} that wait for the approval of the unit: {projects}.',
  },
  'notice-evaluation-review': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评等待部门复核。',
    en: '{unit}: self-evaluations of {year} that wait for the department: {projects}.',
  },
  'notice-evaluation-accept': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评等待财政审定。',
    en: '{unit}: self-evaluations of {year} that wait for finance: {projects}.',
  },
  'notice-evaluation-returned': {
    zh: '“{project}”（{unit}）的 {year} 年度绩效自评被退回。意见：{message}',
    en: 'The self-evaluation of “{project}” ({unit}) for {year} was returned: {message}',
  },
  'notice-evaluation-returned-many': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评被退回。意见：{message}',
    en: '{unit}: self-evaluations of {year} that were returned: {projects}. {message}',
  },
  'notice-evaluation-reopened': {
    zh: '“{project}”（{unit}）的 {year} 年度绩效自评已重新开放。原因：{message}',
    en: 'The self-evaluation of “{project}” ({unit}) for {year} was reopened: {message}',
  },
  'notice-evaluation-reopened-many': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评已重新开放。原因：{message}',
    en: '{unit}: self-evaluations of {year} that were reopened: {projects}. {message}',
  },
  'notice-evaluation-accepted': {
    zh: '{unit}已有 {projects} 个项目的 {year} 年度绩效自评经财政审定。',
    en: '{unit}: self-evaluations of {year} that finance has accepted: {projects}.',
  },
  'notice-evaluation-marked': {
    zh: '“{project}”（{unit}）的 {year} 年度绩效自评经财政审定，部分指标另行给分：自评 {own} 分，审定 {total} 分。',
    en: 'Finance has accepted the self-evaluation of “{project}” ({unit}) for {year} with other points: own {own}, accepted {total}.',
  },
  'notice-evaluation-marked-many': {
    zh: '{unit}有 {projects} 个项目的 {year} 年度绩效自评经财政审定，部分指标另行给分。',
    en: '{unit}: self-evaluations of {year} that finance has accepted with other points: {projects}.',
  },
  'notice-evaluation-soon': {
    zh: '{unit}的 {year} 年度绩效自评 {deadline} 截止，还有 {projects} 个项目没有提交。',
    en: '{unit}: self-evaluations of {year} are due on {deadline}; not handed in: {projects}.',
  },
  'notice-evaluation-overdue': {
    zh: '{unit}的 {year} 年度绩效自评已于 {deadline} 截止，还有 {projects} 个项目没有提交，请尽快补报。',
    en: '{unit}: self-evaluations of {year} were due on {deadline}; still not handed in: {projects}.',
  },
  'notice-evaluation-accounts': {
    zh: '{year} 年决算数已导入，{unit}有 {projects} 个项目的绩效自评得分随之变化。',
    en: 'The final accounts of {year} have come; {unit}: self-evaluations whose points have changed by them: {projects}.',
  },
  'notice-official-report-submitted': {
    zh: '《{title}》等待审签。',
    en: 'The report “{title}” waits to be sealed.',
  },
  'notice-official-report-returned': {
    zh: '《{title}》被退回。意见：{message}',
    en: 'The report “{title}” was returned: {message}',
  },
  'notice-official-report-sealed': {
    zh: '《{title}》已封存。',
    en: 'The report “{title}” was sealed.',
  },
  'notice-official-report-reopened': {
    zh: '《{title}》已打开更正。原因：{message}',
    en: 'The report “{title}” was opened again to be corrected: {message}',
  },
};
