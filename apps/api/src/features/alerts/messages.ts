import type { Messages } from '../../platform/http/message-catalogue.js';

export const alertsMessages: Messages = {
  'alert-closed': { status: 409, zh: '这条预警已经关闭。', en: 'This alert is closed.' },
  'alert-acknowledged': { status: 409, zh: '这条预警已经签收。', en: 'This alert has been acknowledged.' },
  'alert-answered': { status: 409, zh: '这条预警已经回应。', en: 'This alert has been answered.' },
  'alert-no-suspension': {
    status: 409,
    zh: '这条预警没有待决定的暂停建议。',
    en: 'No suspension of this alert waits for a decision.',
  },
  'alert-no-on-site-check': {
    status: 409,
    zh: '这条预警没有待完成的现场核查。',
    en: 'No on-site check of this alert is due.',
  },
  'alert-outdated': {
    status: 409,
    zh: '这条预警刚刚有变化，请看过之后再操作。',
    en: 'This alert has just changed. Please look at it and try again.',
  },
  'undo-has-alerts': {
    zh: '项目的预警已有人处理，不能撤销。',
    en: 'Somebody has seen to an alert of the project, which therefore stays.',
  },
};
