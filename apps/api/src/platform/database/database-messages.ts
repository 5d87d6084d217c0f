import type { Messages } from '../http/message-catalogue.js';

/** Refusals of the database that no use case has turned into a more telling one. */
export const databaseMessages: Messages = {
  'text-too-long': { status: 422, zh: '文字超出允许的长度。', en: 'A text is longer than allowed.' },
  'value-out-of-range': {
    status: 422,
    zh: '数值超出可精确保存的范围。',
    en: 'A number is too large to be stored exactly.',
  },
  'database-unavailable': {
    status: 503,
    zh: '暂时无法连接数据库，请稍后再试。',
    en: 'The database cannot be reached at the moment; try again shortly.',
  },
};
