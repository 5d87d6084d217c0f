import { alertNoticeMessages } from './alert-notice-messages.js';
import { yearEndNoticeMessages } from './year-end-notice-messages.js';
import type { Messages } from '../../platform/http/message-catalogue.js';

/** Sentences of notifications (`notice-<kind>`), and why a reminder was not sent. */
export const notificationsMessages: Messages = {
  ...alertNoticeMessages,
  ...yearEndNoticeMessages,
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
  'notice-change-review': {
    zh: '{unit}有 {changes} 项目标变更申请等待审核（{year} 年）。',
    en: '{unit}: proposed changes of targets of {year} that wait for review: {changes}.',
  },
  'notice-change-approve': {
    zh: '{unit}有 {changes} 项目标变更申请已审核，等待财政批准（{year} 年）。',
    en: '{unit}: reviewed changes of targets of {year} that wait for the approval of finance: {changes}.',
  },
  'notice-change-approved': {
    zh: '“{project}”（{unit}）{year} 年的目标变更申请已获批准。意见：{message}',
    en: 'The change of the {year} targets of “{project}” ({unit}) was approved: {message}',
  },
  'notice-change-approved-silent': {
    zh: '“{project}”（{unit}）{year} 年的目标变更申请已获批准。',
    en: 'The change of the {year} targets of “{project}” ({unit}) was approved.',
  },
  'notice-change-rejected': {
    zh: '“{project}”（{unit}）{year} 年的目标变更申请未获批准。意见：{message}',
    en: 'The change of the {year} targets of “{project}” ({unit}) was rejected: {message}',
  },
  'notice-change-withdrawn': {
    zh: '“{project}”（{unit}）{year} 年的目标变更申请已撤回。说明：{message}',
    en: 'The change of the {year} targets of “{project}” ({unit}) was withdrawn: {message}',
  },
  'notice-change-withdrawn-silent': {
    zh: '“{project}”（{unit}）{year} 年的目标变更申请已撤回。',
    en: 'The change of the {year} targets of “{project}” ({unit}) was withdrawn.',
  },
  'notice-targets-review': {
    zh: '{unit}有 {projects} 个项目的 {year} 年绩效目标等待审核。',
    en: '{unit}: projects whose {year} targets wait for review: {projects}.',
  },
  'notice-targets-approve': {
    zh: '{unit}有 {projects} 个项目的 {year} 年绩效目标已审核，等待批复。',
    en: '{unit}: projects whose reviewed {year} targets wait for approval: {projects}.',
  },
  'notice-targets-approved': {
    zh: '{unit}已有 {projects} 个项目的 {year} 年绩效目标获得批复。',
    en: '{unit}: projects whose {year} targets have been approved: {projects}.',
  },
  'notice-targets-returned': {
    zh: '“{project}”（{unit}）的 {year} 年绩效目标被退回。意见：{message}',
    en: 'The {year} targets of “{project}” ({unit}) were returned: {message}',
  },
  'notice-targets-returned-many': {
    zh: '{unit}有 {projects} 个项目的 {year} 年绩效目标被退回。意见：{message}',
    en: '{unit}: projects whose {year} targets were returned: {projects}. {message}',
  },
  'notice-budget-increased': {
    zh: '“{project}”（{unit}）的 {year} 年预算自 {effectiveOn} 起调增 {amount} 万元。原因：{message}',
    en: 'The {year} budget of “{project}” ({unit}) is raised by {amount} (10k CNY) from {effectiveOn}: {message}',
  },
  'notice-budget-reduced': {
    zh: '“{project}”（{unit}）的 {year} 年预算自 {effectiveOn} 起调减 {amount} 万元。原因：{message}',
    en: 'The {year} budget of “{project}” ({unit}) is cut by {amount} (10k CNY) from {effectiveOn}: {message}',
  },
  'notice-balance-differs': {
    zh: '{year} 年 12 月监控期锁定的结余与已结转到 {next} 年的金额不一致，涉及 {projects} 个项目，请在年度结转中更正。',
    en: "The locked December of {year} leaves other balances than were carried into {next}; projects concerned: {projects}. Put them right under the year's turn.",
  },
  'notice-password-set': {
    zh: '{by}重置了您的密码。如果不是您请人办理的，请立即告诉管理员和审计人员。',
    en: '{by} set your password. If you did not ask for it, tell an administrator and the auditors at once.',
  },
  'notice-password-set-by-command': {
    zh: '系统维护人员重置了您的密码。如果不是您请人办理的，请立即告诉管理员和审计人员。',
    en: 'Your password was set by whoever maintains the program. If you did not ask for it, tell an administrator and the auditors at once.',
  },
  'notice-deputy-appointed': {
    zh: '{by}指定了{other}为您的代办人，{fromDay} 至 {untilDay}。',
    en: '{by} made {other} your deputy, {fromDay} to {untilDay}.',
  },
  'notice-deputy-became': {
    zh: '{by}指定您代{other}办理，{fromDay} 至 {untilDay}。',
    en: '{by} made you the deputy of {other}, {fromDay} to {untilDay}.',
  },
  'notice-work-given': {
    zh: '{by}把您的工作移交给了{other}，自 {fromDay} 起。',
    en: '{by} handed your work over to {other}, from {fromDay} on.',
  },
  'notice-work-taken': {
    zh: '{by}把{other}的工作移交给了您，自 {fromDay} 起。',
    en: '{by} handed the work of {other} over to you, from {fromDay} on.',
  },
  'notice-rectification-opened': {
    zh: '“{about}”（{unit}）需要整改：{message}',
    en: '“{about}” ({unit}) has something to put right: {message}',
  },
  'notice-rectification-submitted': {
    zh: '“{about}”（{unit}）报送了整改，等待验收。说明：{message}',
    en: '“{about}” ({unit}) has handed in a rectification that waits for acceptance: {message}',
  },
  'notice-rectification-returned': {
    zh: '“{about}”（{unit}）的整改被退回。意见：{message}',
    en: 'The rectification of “{about}” ({unit}) was returned: {message}',
  },
  'notice-rectification-accepted': {
    zh: '“{about}”（{unit}）的整改已通过验收，待下一期的灯验证效果。意见：{message}',
    en: 'The rectification of “{about}” ({unit}) was accepted and waits for the next light: {message}',
  },
  'notice-rectification-accepted-silent': {
    zh: '“{about}”（{unit}）的整改已通过验收，待下一期的灯验证效果。',
    en: 'The rectification of “{about}” ({unit}) was accepted and waits for the next light.',
  },
  'notice-rectification-extended': {
    zh: '“{about}”（{unit}）的整改期限延至 {deadline}。原因：{message}',
    en: 'The deadline of the rectification of “{about}” ({unit}) is now {deadline}: {message}',
  },
  'notice-rectification-closed': {
    zh: '“{about}”（{unit}）的整改已见效（{roundYear} 年 {roundMonth} 月监控期的灯已恢复），予以销号。',
    en: 'The rectification of “{about}” ({unit}) has worked: the light of month {roundMonth} of {roundYear} has recovered.',
  },
  'notice-rectification-no-effect': {
    zh: '“{about}”（{unit}）的整改未见效（{roundYear} 年 {roundMonth} 月监控期的灯没有恢复），请继续整改。',
    en: 'The rectification of “{about}” ({unit}) has not worked: the light of month {roundMonth} of {roundYear} has not recovered. Go on, please.',
  },
  'notice-rectification-waived': {
    zh: '“{about}”（{unit}）的整改已由财政书面免除。理由：{message}',
    en: 'Finance has waived the rectification of “{about}” ({unit}): {message}',
  },
  'notice-rectification-soon': {
    zh: '“{about}”（{unit}）的整改将于 {deadline} 到期。',
    en: 'The rectification of “{about}” ({unit}) is due on {deadline}.',
  },
  'notice-rectification-overdue': {
    zh: '“{about}”（{unit}）的整改已逾期（期限 {deadline}）。',
    en: 'The rectification of “{about}” ({unit}) is overdue since {deadline}.',
  },
  'notice-measure-proposed': {
    zh: '“{project}”（{unit}）有一项结果应用措施等待审定。理由：{message}',
    en: 'A measure for “{project}” ({unit}) waits for a decision: {message}',
  },
  'notice-measure-approved': {
    zh: '您为“{project}”（{unit}）提出的措施已批准。意见：{message}',
    en: 'Your measure for “{project}” ({unit}) was approved: {message}',
  },
  'notice-measure-approved-silent': {
    zh: '您为“{project}”（{unit}）提出的措施已批准。',
    en: 'Your measure for “{project}” ({unit}) was approved.',
  },
  'notice-measure-rejected': {
    zh: '您为“{project}”（{unit}）提出的措施未获批准。意见：{message}',
    en: 'Your measure for “{project}” ({unit}) was rejected: {message}',
  },
  'notice-measure-suspended': {
    zh: '“{project}”（{unit}）自 {effectiveOn} 起暂停拨款。',
    en: 'Payments for “{project}” ({unit}) are suspended from {effectiveOn} on.',
  },
  'notice-measure-lifted': {
    zh: '“{project}”（{unit}）已解除暂停拨款。说明：{message}',
    en: 'The suspension of payments for “{project}” ({unit}) was lifted: {message}',
  },
  'notice-naming-proposed': {
    zh: '{unit}有一项通报或约谈等待审定。理由：{message}',
    en: 'A circular or an interview about {unit} waits for a decision: {message}',
  },
  'notice-naming-circular': {
    zh: '{unit}将被通报。原因：{message}',
    en: '{unit} will be named in a circular: {message}',
  },
  'notice-naming-interview': {
    zh: '{unit}将被约谈。原因：{message}',
    en: '{unit} will be called to an interview: {message}',
  },
  'notice-naming-rejected': {
    zh: '您对{unit}提出的通报或约谈未获批准。意见：{message}',
    en: 'The circular or interview that you proposed for {unit} was rejected: {message}',
  },
  'notice-supervision-opened': {
    zh: '“{about}”（{unit}）有督办事项，请于 {deadline} 前办结：{message}',
    en: '“{about}” ({unit}) has a matter under supervision, to be done by {deadline}: {message}',
  },
  'notice-supervision-reported': {
    zh: '“{about}”（{unit}）反馈了督办事项：{message}',
    en: '“{about}” ({unit}) has reported on a matter under supervision: {message}',
  },
  'notice-supervision-returned': {
    zh: '“{about}”（{unit}）的督办反馈被退回。意见：{message}',
    en: 'The report on a matter of “{about}” ({unit}) was returned: {message}',
  },
  'notice-supervision-closed': {
    zh: '“{about}”（{unit}）的督办事项已销号。意见：{message}',
    en: 'A matter of “{about}” ({unit}) was closed: {message}',
  },
  'notice-supervision-closed-silent': {
    zh: '“{about}”（{unit}）的督办事项已销号。',
    en: 'A matter of “{about}” ({unit}) was closed.',
  },
  'notice-supervision-extended': {
    zh: '“{about}”（{unit}）的督办期限延至 {deadline}。原因：{message}',
    en: 'The deadline of a matter of “{about}” ({unit}) is now {deadline}: {message}',
  },
  'notice-supervision-soon': {
    zh: '“{about}”（{unit}）的督办事项将于 {deadline} 到期。',
    en: 'A matter of “{about}” ({unit}) is due on {deadline}.',
  },
  'notice-supervision-overdue': {
    zh: '“{about}”（{unit}）的督办事项已逾期（期限 {deadline}）。',
    en: 'A matter of “{about}” ({unit}) is overdue since {deadline}.',
  },
  'reminder-today-already': { zh: '今天已经催报过。', en: 'A reminder was sent today already.' },
  'reminder-nothing-owed': { zh: '没有未报的项目。', en: 'Nothing is owed.' },
  'reminder-nobody': { zh: '没有填报人，请先设置人员。', en: 'Nobody reports for this unit.' },
};
