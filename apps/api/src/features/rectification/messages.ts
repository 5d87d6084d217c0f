import type { Messages } from '../../platform/http/message-catalogue.js';

export const rectificationMessages: Messages = {
  'project-or-unit': { zh: '请选择一个项目或一个单位。', en: 'Choose either a project or a unit.' },
  'follow-up-changed': {
    status: 409,
    zh: '他人已作了修改，请刷新后再试（您看到的是第 {version} 版，现为第 {current} 版）。',
    en: 'Somebody else has changed it; reload first (you saw version {version}, it is now {current}).',
  },
  'text-needed': { zh: '请填写说明。', en: 'Write a few words with it.' },
  'deadline-not-later': {
    zh: '延长后的期限须晚于现在的期限 {deadline}。',
    en: 'The new deadline has to be later than the present one, {deadline}.',
  },
  'owner-not-of-unit': {
    zh: '“{username}”不是该单位可以负责整改的人员。',
    en: '“{username}” is nobody who could answer for it at this unit.',
  },
  'alerts-needed': { zh: '请选择要整改的预警。', en: 'Choose the alerts that are to be put right.' },
  'alerts-of-one-project': {
    zh: '一项整改只能包含同一个项目的预警。',
    en: 'A rectification is for alerts of one and the same project.',
  },
  'alert-rectifying': { status: 409, zh: '其中有预警已在整改。', en: 'One of these alerts is put right already.' },
  'rectification-step-refused': {
    status: 409,
    zh: '该整改事项现在不能这样办理，请刷新后再看。',
    en: 'The rectification is no longer at that point; reload it first.',
  },
  'rectification-settled': {
    status: 409,
    zh: '该整改事项现在不能再修改。',
    en: 'This can no longer be changed.',
  },
  'rectification-incomplete': {
    zh: '请先填写责任人、整改措施和完成期限。',
    en: 'Fill in the owner, the measures and the deadline first.',
  },
  'rectification-no-evidence': {
    zh: '请先上传佐证材料：整改凭证据和下一期的灯销号。',
    en: 'Upload evidence first: a rectification ends by evidence and the next light.',
  },
  'rectification-own': {
    status: 403,
    zh: '不能验收自己报送的整改。',
    en: 'Nobody accepts what he handed in himself.',
  },
  'undo-has-follow-ups': {
    zh: '{project}：已有整改、结果应用或督办事项。',
    en: '{project}: there are rectifications, measures or matters under supervision.',
  },
  'measure-amount': {
    zh: '收回、调减、统筹须填写金额，暂停不填金额。',
    en: 'Taking back, cutting and pooling need an amount; a suspension has none.',
  },
  'measure-step-refused': {
    status: 409,
    zh: '该措施现在不能这样办理，请刷新后再看。',
    en: 'The measure is no longer at that point; reload it first.',
  },
  'measure-own': { status: 403, zh: '不能审定自己提出的措施。', en: 'Nobody decides what he proposed himself.' },
  'measure-not-own': {
    status: 403,
    zh: '只能撤回自己提出的措施。',
    en: 'Only who proposed it takes it back.',
  },
  'effective-day-needed': { zh: '请填写生效日期。', en: 'Say from which day on it counts.' },
  'held-day-needed': { zh: '请填写通报或约谈的日期。', en: 'Say on which day it was.' },
  'naming-step-refused': {
    status: 409,
    zh: '该通报或约谈现在不能这样办理，请刷新后再看。',
    en: 'It is no longer at that point; reload it first.',
  },
  'supervision-step-refused': {
    status: 409,
    zh: '该督办事项现在不能这样办理，请刷新后再看。',
    en: 'The matter is no longer at that point; reload it first.',
  },
  'comment-supervised': { status: 409, zh: '该批示已转督办。', en: 'The comment is followed already.' },
};
