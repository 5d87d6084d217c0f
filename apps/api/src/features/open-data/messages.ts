import type { Messages } from '../../platform/http/message-catalogue.js';

export const openDataMessages: Messages = {
  'round-not-disclosed': {
    status: 409,
    zh: '{year} 年 {month} 月监控期尚未锁定，还不能公开。',
    en: 'The round of {year}-{month} is not locked, so that nothing of it is disclosed yet.',
  },
};
