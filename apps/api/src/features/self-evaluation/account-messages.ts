import type { Messages } from '../../platform/http/message-catalogue.js';

/** What is refused of final accounts. */
export const accountMessages: Messages = {
  'final-accounts-refused': {
    zh: '有 {rows} 行不能接收，全部未保存。',
    en: '{rows} row(s) cannot be taken; nothing was saved.',
  },
  'final-account-column-twice': {
    zh: '“{one}”和“{other}”两列都是同一项决算金额，请只保留一列。',
    en: 'The columns “{one}” and “{other}” are the same amount of the final account: keep one of them.',
  },
  'final-account-missing': { zh: '没有决算数。', en: 'No amount is stated.' },
  'final-account-parts': {
    zh: '当年财政拨款、上年结转资金、其他资金合计 {partsWan} 万元，与决算数 {totalWan} 万元不符。',
    en: 'The parts make {partsWan} 万元, which is not the total of {totalWan} 万元.',
  },
  'final-account-negative': { zh: '决算数不能为负。', en: 'A final account is never negative.' },
  'final-account-twice': { zh: '项目“{project}”出现了两次。', en: '“{project}” stands there twice.' },
  'final-account-ambiguous': {
    zh: '有多个项目名为“{name}”，请填项目编码。',
    en: 'Several projects are called “{name}”; give the project code.',
  },
  'final-account-header-missing': {
    zh: '“{file}”中没有同时写明项目和决算数的表头。',
    en: 'No header of “{file}” names both a project and an amount.',
  },
  'final-account-empty': { zh: '“{file}”中没有一行决算数。', en: '“{file}” has no row with a final account.' },
};
