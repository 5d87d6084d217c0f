import type { Messages } from '../../platform/http/message-catalogue.js';
import { formMessages } from './form-messages.js';
import { remarkMessages } from './remark-messages.js';

/** Refusals of rounds and reports. */
const refusals: Messages = {
  'round-not-found': {
    status: 404,
    zh: '{year} 年 1-{month} 月的监控期尚未建立。',
    en: 'There is no monitoring round for January to month {month} of {year}.',
  },
  'targets-unapproved': {
    status: 409,
    zh: '{year} 年度还有 {projects} 个项目的绩效目标没有批复。',
    en: 'The targets of {projects} project(s) of {year} are not approved.',
  },
  'project-unapproved': {
    zh: '{organisationName}：{name} 的目标没有批复。',
    en: '{organisationName}: the targets of {name} are not approved.',
  },
  'round-exists': {
    status: 409,
    zh: '{year} 年 1-{month} 月的监控期已经存在。',
    en: 'The monitoring round for January to month {month} of {year} exists already.',
  },
  'round-window': {
    zh: '填报截止日 {closesOn} 早于开始日 {opensOn}。',
    en: 'The round would close on {closesOn}, before it opens on {opensOn}.',
  },
  'round-locked': {
    status: 409,
    zh: '{year} 年 1-{month} 月的监控期已锁定，不能再修改。',
    en: 'The round for January to month {month} of {year} is locked and can no longer be changed.',
  },
  'round-not-open': {
    status: 409,
    zh: '{year} 年 1-{month} 月的监控期尚未开放填报，{opensOn} 开放。',
    en: 'The round for January to month {month} of {year} is not open yet; it opens on {opensOn}.',
  },
  'window-unchanged': { zh: '开放日期和截止日期都没有变。', en: 'Neither day of the window is changed.' },
  'deadline-in-past': {
    zh: '截止日 {closesOn} 早于今天 {today}。',
    en: 'The deadline {closesOn} is before today, {today}.',
  },
  'round-opened-already': {
    status: 409,
    zh: '监控期已开放填报，开放日期不能改到今天之后的 {opensOn}。',
    en: 'The round is open already and cannot open only on {opensOn}.',
  },
  'exception-not-later': {
    zh: '{closesOn} 不晚于统一截止日 {roundClosesOn}，不是延期。',
    en: '{closesOn} is not later than {roundClosesOn}, the deadline of all.',
  },
  'reporting-ended': {
    status: 409,
    zh: '填报已统一结束，请先修改监控期的截止日。',
    en: 'Reporting was ended for all; change the deadline of the round first.',
  },
  'reporting-not-ended': {
    status: 409,
    zh: '{year} 年 1-{month} 月的填报没有提前结束，无须恢复。',
    en: 'Reporting for January to month {month} of {year} was not ended early; there is nothing to resume.',
  },
  'reporting-goes-on': {
    status: 409,
    zh: '{year} 年 1-{month} 月的填报已恢复，监控期没有锁定；需要锁定请重新操作。',
    en: 'Reporting for January to month {month} of {year} goes on, so the round was not locked; lock it anew if it is to be.',
  },
  'round-not-locked': {
    status: 409,
    zh: '{year} 年 1-{month} 月的监控期尚未锁定，无须重新开放。',
    en: 'The round for January to month {month} of {year} is not locked, so nothing of it needs reopening.',
  },
  'round-unfinished': {
    status: 409,
    zh: '还有 {projects} 个项目的填报未经财政接收：未填 {notReported}，草稿 {draft}，已退回 {returned}，已提交 {submitted}，单位已审 {unitApproved}。',
    en: 'Reports of {projects} projects are not accepted: not begun {notReported}, draft {draft}, returned {returned}, submitted {submitted}, approved by the unit {unitApproved}.',
  },
  'reopening-exists': {
    status: 409,
    zh: '该项目在本监控期已经重新开放，请先撤回或完成上一次。',
    en: 'The project is reopened in this round already; withdraw or finish that first.',
  },
  'reopening-closed': { status: 409, zh: '该次重新开放已经结束。', en: 'The reopening has ended already.' },
  'reopening-expired': {
    status: 409,
    zh: '重新开放已于 {expiresOn} 到期，不能再修改。',
    en: 'The reopening expired on {expiresOn}; nothing can be changed any more.',
  },
  'reopening-day-passed': {
    zh: '到期日 {expiresOn} 已经过去，请选今天或以后的日期。',
    en: 'The last day {expiresOn} has passed; choose today or a later day.',
  },
  'project-not-in-round': {
    zh: '该项目不在 {year} 年 1-{month} 月锁定的监控结果中，不能重新开放。',
    en: 'The project was not judged in the locked round for January to month {month} of {year}.',
  },
  'indicator-not-in-round': {
    zh: '该指标不在本监控期锁定的结果中，不能重新开放。',
    en: 'The indicator was not judged in the locked round, so it cannot be reopened.',
  },
  'reopened-indicator-only': {
    status: 409,
    zh: '只重新开放了指标“{indicator}”，其他内容不能修改。',
    en: 'Only “{indicator}” is reopened; nothing else of the report can be changed.',
  },
  'report-changed': {
    status: 409,
    zh: '他人已保存了新的内容，请刷新（或重新下载填报表）后再改（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has saved in between; reload or download anew first (you saw version {version}, it is now {current}).',
  },
  'report-submitted': {
    status: 409,
    zh: '已提交的填报不能修改，请先撤回，或请审核人退回。',
    en: 'A submitted report cannot be changed; withdraw it, or have it returned, first.',
  },
  'too-many-attachments': {
    status: 409,
    zh: '每个项目每期最多上传 {limit} 个佐证文件。',
    en: 'A report may have at most {limit} attachments.',
  },
  'report-not-submitted': { status: 409, zh: '该填报尚未提交。', en: 'The report has not been submitted.' },
  'report-not-approved': {
    status: 409,
    zh: '该填报尚未经单位审核。',
    en: 'The unit has not approved the report yet.',
  },
  'report-approved': {
    status: 409,
    zh: '该填报已经单位审核，如需修改请由审核人退回。',
    en: 'The unit has approved the report; to change it, have it returned.',
  },
  'report-accepted': {
    status: 409,
    zh: '该填报已由财政接收，如需修改请由财政退回。',
    en: 'Finance has accepted the report; only finance can return it.',
  },
  'report-locked': { status: 409, zh: '该填报已锁定。', en: 'The report is locked.' },
  'return-message-missing': { zh: '退回须写明原因。', en: 'Returning a report needs a message that says why.' },
  'self-approval-refused': {
    status: 403,
    zh: '填报人不能审核自己填报的内容；只有一人的单位可由财政批准自审。',
    en: 'Who filled a report in does not approve it; finance may allow it of a unit with one person.',
  },
  'self-acceptance-refused': {
    status: 403,
    zh: '填报或审核过该填报的人不能再接收。',
    en: 'Who filled in or approved a report does not accept it.',
  },
  'report-incomplete': {
    zh: '还有 {missing} 项应填未填（含原因、说明和备注），不能提交。',
    en: 'The report cannot be submitted: {missing} items that are due are missing, reasons and notes included.',
  },
  'difference-unexplained': {
    zh: '与国库数相差 {differenceWan} 万元，请填写差异说明后再提交。',
    en: 'The treasury differs by {differenceWan} (10,000 yuan): explain the difference before submitting.',
  },
  'report-invalid': { zh: '有 {issues} 处填写有误，未保存。', en: 'Nothing was saved; wrong entries: {issues}.' },
  'bulk-report-refused': {
    zh: '有 {issues} 处有误，全部未保存。',
    en: 'Nothing of the input was saved; wrong entries: {issues}.',
  },
  'organisation-reports': {
    status: 409,
    zh: '“{organisation}”在未锁定的监控期里还有项目要填报，锁定后才能停用。',
    en: '“{organisation}” has projects in a round that is not locked yet; it can be closed afterwards.',
  },
};

/** What can be wrong with one entry of a report. */
const entries: Messages = {
  'expenditure-split': {
    zh: '支出合计应等于财政资金与其他资金之和。',
    en: 'Expenditure must be the sum of fiscal and other funds.',
  },
  'answer-ambiguous': { zh: '一个指标只能有一个答案。', en: 'An indicator takes exactly one answer.' },
  'no-data-reason-missing': { zh: '选择“无数据”须说明原因。', en: '“No data” needs a reason.' },
  'project-unknown': {
    zh: '没有编码为“{code}”、名称为“{name}”的项目。',
    en: 'There is no project with code “{code}” and name “{name}”.',
  },
  'project-ambiguous': {
    zh: '名称“{name}”对应多个项目，请用项目编码。',
    en: 'The name “{name}” fits more than one project; give the code.',
  },
  'project-twice': { zh: '项目“{name}”出现了两次。', en: 'The project “{name}” is given twice.' },
  'project-unnamed': { zh: '缺少项目编码和名称。', en: 'Neither the code nor the name of the project is given.' },
  'indicator-unknown': { zh: '项目没有名为“{indicator}”的指标。', en: 'The project has no indicator “{indicator}”.' },
  'indicator-ambiguous': {
    zh: '“{indicator}”对应多个指标，请写成“二级指标/名称”。',
    en: '“{indicator}” fits more than one indicator; write “level 2/name”.',
  },
  'indicator-twice': { zh: '指标“{indicator}”出现了两次。', en: 'The indicator “{indicator}” is given twice.' },
  'indicator-unnamed': { zh: '完成值“{text}”没有对应的指标名称。', en: 'The result “{text}” has no indicator.' },
};

/** Why an answer does not fit its indicator, and what a report still lacks (R20, R21, R28). */
const answers: Messages = {
  'answer-filled-from-spending': {
    zh: '“{indicator}”由支出数自动计算，无须填写。',
    en: '“{indicator}” is filled from the expenditure and is not entered.',
  },
  'answer-wrong-kind': {
    zh: '“{indicator}”的答案类型不符：定性指标选择达成情况，日期指标填完成日期，其余填数值。',
    en: 'The answer does not fit “{indicator}”: outcomes are chosen, dates are days, all others are figures.',
  },
  'done-on-unreadable': { zh: '“{text}”不是有效的日期。', en: '“{text}” is not a day.' },
  'done-after-round': {
    zh: '“{indicator}”的完成日期 {doneOn} 晚于本期末 {lastDay}。',
    en: 'The day {doneOn} for “{indicator}” is after the end of the period, {lastDay}.',
  },
  'expenditure-missing': { zh: '尚未填写累计支出。', en: 'The cumulative expenditure is missing.' },
  'answer-missing': { zh: '尚未填写“{indicator}”的完成情况。', en: 'The result of “{indicator}” is missing.' },
};

/** What can be wrong with a report file. */
const files: Messages = {
  'report-file-refused': {
    status: 422,
    zh: '文件 {file} 有 {issues} 处有误，全部未保存。',
    en: 'Nothing of the file {file} was saved; faults: {issues}.',
  },
  'report-header-missing': {
    zh: '没有找到表头：应有一行含“项目编码”或“项目名称”。',
    en: 'No header was found: its row must name a project code or project name column.',
  },
  'workbook-too-large': {
    zh: '工作表过大：最多 {rows} 行，请删除多余的行列后再试。',
    en: 'The sheet is too large: at most {rows} rows. Remove what is not needed and try again.',
  },
  'workbook-other-version': {
    zh: '这是旧版填报表，请重新下载后填写。',
    en: 'This template is of an older layout; download it anew.',
  },
  'workbook-other-round': {
    zh: '这是 {year} 年 1-{month} 月的填报表，不能用于 {wantedYear} 年 1-{wantedMonth} 月。',
    en: 'This template is for January to month {month} of {year}, not for January to month {wantedMonth} of {wantedYear}.',
  },
  'workbook-other-unit': {
    zh: '这是“{organisation}”的填报表，您不填报该单位。',
    en: 'This template is that of “{organisation}”, for which you do not report.',
  },
  'name-ignored': {
    zh: '名称改成了“{text}”，已忽略：该行属于“{name}”。',
    en: 'The name was changed to “{text}”, which is ignored: the row belongs to “{name}”.',
  },
  'report-empty': { zh: '文件中没有任何项目。', en: 'The file names no project.' },
  'column-unknown': { zh: '无法识别列“{column}”。', en: 'The column “{column}” is not known.' },
  'column-twice': { zh: '列“{column}”出现了两次。', en: 'The column “{column}” is there twice.' },
  'amount-unit-missing': {
    zh: '金额“{text}”没有单位：请在表头或单元格中注明元或万元。',
    en: 'The amount “{text}” has no unit: state yuan or 10,000 yuan in the header or the cell.',
  },
  'amount-negative': { zh: '金额“{text}”不能为负数。', en: 'The amount “{text}” must not be negative.' },
  'amount-too-precise': { zh: '金额“{text}”精确到了一分以下。', en: 'The amount “{text}” is finer than one 分.' },
  'amount-unreadable': { zh: '无法识别金额“{text}”。', en: 'The amount “{text}” could not be read.' },
  'amount-contradicts': {
    zh: '同一项目的金额前后不一致：“{text}”。',
    en: 'The amount “{text}” contradicts an earlier row of the same project.',
  },
  'result-unreadable': { zh: '无法识别完成值“{text}”。', en: 'The result “{text}” could not be read.' },
  'result-percent': {
    zh: '完成值“{text}”是百分数，而指标“{indicator}”的计量单位是“{unit}”，请按该单位填写数值。',
    en: 'The result “{text}” is a percentage, but “{indicator}” is measured in “{unit}”; please give the figure in that unit.',
  },
  'result-percent-without-unit': {
    zh: '完成值“{text}”是百分数，而指标“{indicator}”没有计量单位，请填写不带百分号的数值。',
    en: 'The result “{text}” is a percentage, but “{indicator}” has no unit; please give the figure without a percent sign.',
  },
  'result-too-large': { zh: '完成值“{text}”过大。', en: 'The result “{text}” is too large.' },
  'reason-unknown': { zh: '没有偏差原因“{text}”。', en: 'There is no reason “{text}”.' },
  'likelihood-unknown': { zh: '没有可能性“{text}”。', en: 'There is no likelihood “{text}”.' },
};

export const reportingMessages: Messages = {
  ...refusals,
  ...entries,
  ...answers,
  ...files,
  ...formMessages,
  ...remarkMessages,
};
