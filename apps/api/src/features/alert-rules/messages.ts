import { ALERT_RULE_PROBLEM_SENTENCES } from '@jixiao/domain';
import type { Messages } from '../../platform/http/message-catalogue.js';

export const alertRulesMessages: Messages = {
  ...ALERT_RULE_PROBLEM_SENTENCES,
  'alert-rules-faulty': {
    zh: '预警规则有 {faults} 处需要更正。',
    en: 'The alert rules have {faults} fault(s) to be corrected.',
  },
  'alert-rules-unchanged': {
    status: 409,
    zh: '内容与最新版本 {ref} 相同，无需发布。',
    en: 'This is the same as the newest version, {ref}: there is nothing to publish.',
  },
  'alert-rules-version-taken': {
    status: 409,
    zh: '刚刚有人发布了新的预警规则，请看过之后再发布。',
    en: 'Somebody has just published alert rules. Please look at them and publish again.',
  },
  'alert-trial-without-lights': {
    status: 409,
    zh: '所选监控期都还没有灯，无法试算。',
    en: 'None of these rounds has lights yet to try the rules on.',
  },
  'alert-trial-under-way': {
    status: 409,
    zh: '您的上一次试算还没有结束，请等它结束或先取消。',
    en: 'Your last trial is still going on. Please wait for it, or cancel it first.',
  },
};
