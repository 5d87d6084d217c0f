import type { Messages } from '../../platform/http/message-catalogue.js';

/** Sentences of notifications (`notice-<kind>`), and why a reminder was not sent. */
export const notificationsMessages: Messages = {
  'notice-opened': {
    zh: '{year} 年 1-{month} 月监控期已开放填报，截止日 {closesOn}。',
    en: 'The round for January to month {month} of {year} is open; report until {closesOn}.',
  },
  'notice-returned': {
    zh: '“{project}”（{unit}）被退回。意见：{message}',
    en: '“{project}” ({unit}) was returned: {message}',
  },
  'notice-returned-many': {
    zh: '{unit}有 {projects} 个项目被退回。意见：{message}',
    en: '{unit}: {projects} reports were returned: {message}',
  },
  'notice-approve': {
    zh: '{unit}有 {projects} 个项目等待审核（{year} 年 1-{month} 月）。',
    en: '{unit}: reports that wait for approval: {projects} (January to month {month} of {year}).',
  },
  'notice-accept': {
    zh: '{unit}有 {projects} 个项目等待财政接收（{year} 年 1-{month} 月）。',
    en: '{unit}: reports that wait for acceptance: {projects} (January to month {month} of {year}).',
  },
  'notice-accepted': {
    zh: '{unit}已有 {projects} 个项目被财政接收（{year} 年 1-{month} 月）。',
    en: '{unit}: reports that finance has accepted: {projects} (January to month {month} of {year}).',
  },
  'notice-reopened': {
    zh: '“{project}”（{unit}）已重新开放填报。原因：{message}',
    en: '“{project}” ({unit}) was reopened: {message}',
  },
  'notice-reopened-many': {
    zh: '{unit}有 {projects} 个项目已重新开放填报。原因：{message}',
    en: '{unit}: {projects} reports were reopened: {message}',
  },
  'notice-deadline-soon': {
    zh: '{year} 年 1-{month} 月填报 {closesOn} 截止，还有 {projects} 个项目没有提交。',
    en: 'Reporting for January to month {month} of {year} closes on {closesOn}; not submitted: {projects}.',
  },
  'notice-deadline-near': {
    zh: '即将截止：{year} 年 1-{month} 月填报 {closesOn} 截止，还有 {projects} 个项目没有提交。',
    en: 'Closing: reporting for January to month {month} of {year} ends on {closesOn}; not submitted: {projects}.',
  },
  'notice-deadline-passed': {
    zh: '{year} 年 1-{month} 月填报已于 {closesOn} 截止，还有 {projects} 个项目没有提交；锁定前仍可补报。',
    en: 'Reporting for January to month {month} of {year} closed on {closesOn}; not submitted: {projects}. Late reports are taken until the lock.',
  },
  'notice-reminder': {
    zh: '{by} 催报：{unit}还有 {projects} 个项目没有提交（{year} 年 1-{month} 月），截止日 {closesOn}。',
    en: '{by} reminds you: {unit} has not submitted {projects} reports (January to month {month} of {year}), due {closesOn}.',
  },
  'notice-locked': {
    zh: '{year} 年 1-{month} 月监控期已锁定。',
    en: 'The round for January to month {month} of {year} has been locked.',
  },
  'reminder-today-already': { zh: '今天已经催报过。', en: 'A reminder was sent today already.' },
  'reminder-nothing-owed': { zh: '没有未报的项目。', en: 'Nothing is owed.' },
  'reminder-nobody': { zh: '没有填报人，请先设置人员。', en: 'Nobody reports for this unit.' },
};
