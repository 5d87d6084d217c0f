import type { Messages } from '../../platform/http/message-catalogue.js';

export const monitoringMessages: Messages = {
  'lights-not-computed': {
    status: 404,
    zh: '该轮次的监控灯尚未计算，请稍候。',
    en: 'The lights of this round have not been computed yet; try again shortly.',
  },
  'round-busy': {
    status: 409,
    zh: '该轮次的监控灯正在计算，请稍后再锁定。',
    en: 'The lights of the round are being computed; lock it when they are done.',
  },
};
