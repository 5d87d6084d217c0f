import { RULE_PACK_PROBLEM_SENTENCES } from '@jixiao/domain';
import type { Messages } from '../../platform/http/message-catalogue.js';

export const rulesMessages: Messages = {
  ...RULE_PACK_PROBLEM_SENTENCES,
  'rule-pack-faulty': {
    zh: '规则有 {faults} 处需要更正。',
    en: 'The rules have {faults} fault(s) to be corrected.',
  },
  'rule-pack-unchanged': {
    status: 409,
    zh: '内容与最新版本 {ref} 相同，无需发布。',
    en: 'This is the same as the newest version, {ref}: there is nothing to publish.',
  },
  'rule-pack-version-taken': {
    status: 409,
    zh: '“{id}”刚刚有人发布了新版本，请看过之后再发布。',
    en: 'Somebody has just published a version of “{id}”. Please look at it and publish again.',
  },
  'simulation-without-rules': {
    zh: '请给出要试算的规则。',
    en: 'Please say which rules to try.',
  },
  'simulation-without-lights': {
    status: 409,
    zh: '{year} 年 1-{month} 月的监控期还没有灯，无法试算。',
    en: 'The round for January to month {month} of {year} has no lights yet to try the rules on.',
  },
  'simulation-under-way': {
    status: 409,
    zh: '您的上一次试算还没有结束，请等它结束或先取消。',
    en: 'Your last trial is still going on. Please wait for it, or cancel it first.',
  },
};
