import type { Messages } from '../../platform/http/message-catalogue.js';

export const jobsMessages: Messages = {
  'job-ended': {
    status: 409,
    zh: '该任务已经结束，无法取消。',
    en: 'The job has ended already and cannot be cancelled.',
  },
  'job-not-dead': {
    status: 409,
    zh: '只有失败的任务才能重试。',
    en: 'Only a failed job can be tried again.',
  },
  'job-not-settled': {
    status: 503,
    zh: '任务在 {seconds} 秒内没有结束，仍在后台进行。',
    en: 'The job did not end within {seconds} seconds; it goes on in the background.',
  },
};
