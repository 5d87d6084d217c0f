import { EVALUATION_REMARK_SENTENCES, EVALUATION_RULE_PROBLEM_SENTENCES } from '@jixiao/domain';
import type { Messages } from '../../platform/http/message-catalogue.js';
import { accountMessages } from './account-messages.js';
import { evaluationDecemberMessages } from './december-messages.js';
import { evaluationFormMessages } from './form-messages.js';
import { remarkCode } from './application/remark-issue.js';
import { evaluationSealMessages } from './seal-messages.js';

/** What hinders handing in, as the faults of a refused step. */
const remarkMessages: Messages = Object.fromEntries(
  Object.entries(EVALUATION_REMARK_SENTENCES).map(([code, sentences]) => [remarkCode(code), sentences]),
);

export const selfEvaluationMessages: Messages = {
  ...EVALUATION_RULE_PROBLEM_SENTENCES,
  ...remarkMessages,
  ...accountMessages,
  ...evaluationSealMessages,
  ...evaluationFormMessages,
  ...evaluationDecemberMessages,
  'evaluation-rules-faulty': {
    zh: '自评规则有 {faults} 处需要更正。',
    en: 'The rules of self-evaluation have {faults} fault(s) to be corrected.',
  },
  'evaluation-rules-unchanged': {
    status: 409,
    zh: '内容与最新版本 {ref} 相同，无需发布。',
    en: 'This is the same as the newest version, {ref}: there is nothing to publish.',
  },
  'evaluation-rules-version-taken': {
    status: 409,
    zh: '刚刚有人发布了新的自评规则，请看过之后再发布。',
    en: 'Somebody has just published rules of self-evaluation. Please look at them and publish again.',
  },
  'evaluation-rules-unknown': { zh: '没有发布过自评规则 {ref}。', en: 'No rules {ref} were ever published.' },
  'evaluation-december-open': {
    status: 409,
    zh: '{year} 年 12 月监控期尚未锁定，不能开展绩效自评。',
    en: 'December {year} is not locked yet, so that the self-evaluation cannot begin.',
  },
  'evaluation-december-reopened': {
    status: 409,
    zh: '{year} 年 12 月监控期有 {projects} 个项目正在更正，请待其重新锁定后再开展绩效自评。',
    en: '{projects} project(s) of December {year} are being corrected; open the self-evaluation once they are locked again.',
  },
  'evaluation-year-open': {
    status: 409,
    zh: '{year} 年度绩效自评已经开展。',
    en: 'The self-evaluation of {year} is open already.',
  },
  'evaluation-year-not-open': {
    status: 404,
    zh: '{year} 年度绩效自评尚未开展。',
    en: 'The self-evaluation of {year} is not open.',
  },
  'evaluation-year-changed': {
    status: 409,
    zh: '他人已作了修改，请刷新后再试（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has changed it; reload first (you saw version {version}, it is now {current}).',
  },
  'evaluation-year-accepted': {
    status: 409,
    zh: '{year} 年度已有自评审定，不能再更换规则或框架；请先重新开放已审定的自评。',
    en: 'Evaluations of {year} are accepted: rules and frame stay, unless those are reopened first.',
  },
  'evaluation-changed': {
    status: 409,
    zh: '他人已作了修改，请刷新后再试（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has changed it; reload first (you saw version {version}, it is now {current}).',
  },
  'evaluation-handed-in': {
    status: 409,
    zh: '该自评已提交，须先撤回或退回才能修改。',
    en: 'It was handed in: it has to be withdrawn or returned before it is changed.',
  },
  'evaluation-faulty': {
    zh: '自评有 {faults} 处需要更正。',
    en: 'The self-evaluation has {faults} fault(s) to be corrected.',
  },
  'evaluation-incomplete': {
    zh: '自评还有 {missing} 处未填或须更正，不能提交。',
    en: '{missing} point(s) are still missing or to be corrected before it can be handed in.',
  },
  'evaluation-step-refused': {
    status: 409,
    zh: '该自评现在不能这样办理，请刷新后再看。',
    en: 'The self-evaluation is no longer at that point; reload it first.',
  },
  'evaluation-message-missing': {
    zh: '退回或重新开放须写明理由。',
    en: 'Say why it is returned or reopened.',
  },
  'evaluation-own-approval': {
    status: 403,
    zh: '不能审核自己填写或提交的自评。',
    en: 'Nobody approves what he wrote or handed in himself.',
  },
  'evaluation-own-review': {
    status: 403,
    zh: '不能复核自己在下一级经手的自评。',
    en: 'Nobody looks at what he had a hand in on a lower level.',
  },
  'evaluation-rescoring': {
    status: 409,
    zh: '正在按新规则重新计分，请稍后再办理。',
    en: 'It is being scored by new rules; please try again shortly.',
  },
  'evaluation-points-not-here': {
    zh: '只有部门复核和财政审定可以另行给分。',
    en: 'Other points are given only where a department or finance looks at it.',
  },
  'evaluation-points-refused': {
    zh: '另行给的分有 {faults} 处需要更正。',
    en: '{faults} of the points given instead have to be corrected.',
  },
  'undo-has-evaluation': {
    zh: '{project}：已有绩效自评或决算数。',
    en: '{project}: there is a self-evaluation or a final account.',
  },
};
