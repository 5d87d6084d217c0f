import type { Messages } from '../../platform/http/message-catalogue.js';

export const monitoringMessages: Messages = {
  'lights-not-computed': {
    status: 404,
    zh: '该轮次的监控灯尚未计算，请稍候。',
    en: 'The lights of this round have not been computed yet; try again shortly.',
  },
  'sample-empty': {
    zh: '没有可抽取的项目：本期还没有计算出灯，或抽取数量为零。',
    en: 'There is no project to draw: the lights are not computed yet, or none is asked for.',
  },
  'verified-answer': {
    zh: '请填写且只填写一项核实结果。',
    en: 'Give exactly one verified result.',
  },
  'undo-has-verified': { zh: '{project}：已有核实结果。', en: '{project}: results of it have been verified.' },
  'round-lock-waits': {
    status: 409,
    zh: '{year} 年 1-{month} 月的灯仍在计算，监控期还没有锁定；填报已提前结束。请稍后再次锁定，或恢复填报。',
    en: 'The round for January to month {month} of {year} is not locked yet, for its lights are still being computed; its reporting has been ended. Lock it again in a moment, or resume reporting.',
  },
  'round-busy': {
    status: 409,
    zh: '该轮次的监控灯正在计算，请稍后再锁定。',
    en: 'The lights of the round are being computed; lock it when they are done.',
  },
};
