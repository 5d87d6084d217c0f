import type { Messages } from '../../platform/http/message-catalogue.js';

/** Sentences of what people are told of alerts; `title` and `why` are made of the reason when it is read (R49). */
export const alertNoticeMessages: Messages = {
  'notice-alert-raised': {
    zh: '预警：“{project}”（{unit}）{title}。{why}请于 {lastDay} 前回应。',
    en: 'Alert: “{project}” ({unit}). {title}: {why} To be answered by {lastDay}.',
  },
  'notice-alert-raised-many': {
    zh: '{year} 年 1-{month} 月监控期今日新增 {alerts} 条预警，其中红色 {red} 条，请于 {lastDay} 前回应。',
    en: 'January to month {month} of {year}: new alerts today: {alerts}, of which red: {red}. To be answered by {lastDay}.',
  },
  'notice-alert-worsened': {
    zh: '“{project}”（{unit}）的预警转为红色：{title}。{why}',
    en: 'An alert of “{project}” ({unit}) has turned red. {title}: {why}',
  },
  'notice-alert-worsened-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警转为红色。',
    en: 'January to month {month} of {year}: alerts that turned red today: {alerts}.',
  },
  'notice-alert-escalated': {
    zh: '“{project}”（{unit}）的预警尚未回应，已报上一级：{title}。{why}回应期限 {lastDay}。',
    en: 'Nobody has answered an alert of “{project}” ({unit}) yet; it goes up a level. {title}: {why} To be answered by {lastDay}.',
  },
  'notice-alert-escalated-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警尚未回应，已报上一级。',
    en: 'January to month {month} of {year}: alerts that nobody has answered and that went up a level today: {alerts}.',
  },
  'notice-alert-suspension-proposed': {
    zh: '“{project}”（{unit}）的预警超过期限仍未回应，建议暂停：{title}。{why}',
    en: 'An alert of “{project}” ({unit}) was not answered in time; a suspension is proposed. {title}: {why}',
  },
  'notice-alert-suspension-proposed-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警超过期限仍未回应，建议暂停。',
    en: 'January to month {month} of {year}: alerts not answered in time, for which a suspension is proposed today: {alerts}.',
  },
  'notice-alert-suspension-confirmed': {
    zh: '财政部门已确认暂停“{project}”（{unit}）。意见：{message}',
    en: 'Finance has confirmed the suspension of “{project}” ({unit}): {message}',
  },
  'notice-alert-suspension-confirmed-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警被确认暂停。',
    en: 'January to month {month} of {year}: alerts whose suspension was confirmed today: {alerts}.',
  },
  'notice-alert-suspension-dropped': {
    zh: '财政部门决定不暂停“{project}”（{unit}）。意见：{message}',
    en: 'Finance does not suspend “{project}” ({unit}): {message}',
  },
  'notice-alert-suspension-dropped-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警决定不暂停。',
    en: 'January to month {month} of {year}: alerts whose suspension was dropped today: {alerts}.',
  },
  'notice-alert-answered': {
    zh: '“{project}”（{unit}）的预警已回应（{title}）：{message}',
    en: 'An alert of “{project}” ({unit}) was answered ({title}): {message}',
  },
  'notice-alert-answered-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警已回应。',
    en: 'January to month {month} of {year}: alerts answered today: {alerts}.',
  },
  'notice-alert-on-site-due': {
    zh: '“{project}”（{unit}）连续 {rounds} 期出现同一预警，应进行现场核查：{title}。{why}',
    en: 'The same alert of “{project}” ({unit}) in {rounds} rounds in a row: an on-site check is due. {title}: {why}',
  },
  'notice-alert-on-site-due-many': {
    zh: '{year} 年 1-{month} 月监控期今日有 {alerts} 条预警应进行现场核查。',
    en: 'January to month {month} of {year}: alerts for which an on-site check became due today: {alerts}.',
  },
};
