import type { Messages } from '../../platform/http/message-catalogue.js';

export const demoMessages: Messages = {
  'demo-other-data': {
    status: 409,
    zh: '数据库中已有其他单位的数据，不能载入演示数据。',
    en: 'The database holds other organisations; the demonstration data are loaded into an empty one only.',
  },
};
