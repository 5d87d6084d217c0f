import type { Messages } from '../../platform/http/message-catalogue.js';

export const workCalendarMessages: Messages = {
  'work-calendar-faulty': {
    zh: '工作日历有 {faults} 处需要更正。',
    en: 'The calendar has {faults} fault(s) to be corrected.',
  },
  'work-calendar-changed': {
    status: 409,
    zh: '{year} 年的工作日历刚刚有人修改，请看过之后再保存。',
    en: 'Somebody has just changed the calendar of {year}. Please look at it and save again.',
  },
  'calendar-day-form': { zh: '“{text}”不是有效的日期。', en: '“{text}” is no date.' },
  'calendar-day-other-year': { zh: '{day} 不在 {year} 年内。', en: '{day} is not a day of {year}.' },
  'calendar-day-repeated': { zh: '{day} 重复。', en: '{day} is there twice.' },
  'calendar-worked-weekday': {
    zh: '{day} 不是周末，本来就是工作日，不需要调休上班。',
    en: '{day} is no weekend: it is a working day anyway and needs no making up.',
  },
  'calendar-name-long': { zh: '名称不能超过 {max} 个字。', en: 'A name must not be longer than {max} characters.' },
};
