import type { Messages } from '../../platform/http/message-catalogue.js';

/** What verifying finds, none of it a refusal, and why it came to no result. */
export const sealsMessages: Messages = {
  'seal-check-disturbed': {
    status: 409,
    zh: '校验期间监控期又被锁定或重新开放，请稍后再校验。',
    en: 'The round was locked or reopened while it was verified. Please verify it again later.',
  },
  'seal-missing': { zh: '封存链缺少第 {seq} 个封存。', en: 'The chain of seals lacks seal {seq}.' },
  'seal-changed': {
    zh: '第 {seq} 个封存（第 {version} 版）的记录被改动，与其哈希不符。',
    en: 'The record of seal {seq} (version {version}) was changed: it is not what its hash says.',
  },
  'seal-chain-broken': {
    zh: '第 {seq} 个封存（第 {version} 版）没有接在前一个封存之后。',
    en: 'Seal {seq} (version {version}) does not follow the seal before it.',
  },
  'seal-chain-cut': {
    zh: '封存链的末端与记录不符：应止于第 {seq} 个封存。',
    en: 'The chain of seals does not end as recorded: it should end with seal {seq}.',
  },
  'seal-audit-changed': {
    zh: '第 {seq} 号封存（第 {version} 版）所记的审计记录末尾与现在的审计记录不符。',
    en: 'Seal {seq} (version {version}) names an end of the audit trail that the trail no longer has.',
  },
  'seal-part-missing': {
    zh: '封存第 {version} 版的快照缺少第 {part} 部分。',
    en: 'The snapshot of seal version {version} lacks part {part}.',
  },
  'seal-part-changed': {
    zh: '封存第 {version} 版快照的第 {part} 部分被改动。',
    en: 'Part {part} of the snapshot of seal version {version} was changed.',
  },
  'seal-content-changed': {
    zh: '封存第 {version} 版的快照与封存时的哈希不符。',
    en: 'The snapshot of seal version {version} is not the one that was sealed.',
  },
  'seal-round-changed': {
    zh: '监控期的记录与封存第 {version} 版不同：{fields}。',
    en: 'The round is not as in seal version {version}: {fields}.',
  },
  'seal-rules-changed': {
    zh: '规则的内容与封存第 {version} 版不同：{fields}。',
    en: 'The rule pack is not as in seal version {version}: {fields}.',
  },
  'seal-light-miscomputed': {
    zh: '封存第 {version} 版第 {part} 部分中，项目“{project}”的灯与其依据不符：{fields}。',
    en: 'In part {part} of seal version {version} the lights of “{project}” are not what their inputs give: {fields}.',
  },
  'seal-light-stale': {
    zh: '封存第 {version} 版第 {part} 部分中，项目“{project}”的灯所依据的不是同时封存的填报数和国库数：{fields}。',
    en: 'In part {part} of seal version {version} the lights of “{project}” were judged by something else than the report and treasury figures sealed with them: {fields}.',
  },
  'seal-light-missing': {
    zh: '项目“{project}”的灯已不存在，但在封存第 {version} 版第 {part} 部分中有。',
    en: 'The lights of “{project}” are gone, but stand in part {part} of seal version {version}.',
  },
  'seal-light-changed': {
    zh: '项目“{project}”的灯与封存第 {version} 版第 {part} 部分不同：{fields}。',
    en: 'The lights of “{project}” are not as in part {part} of seal version {version}: {fields}.',
  },
  'seal-report-changed': {
    zh: '项目“{project}”的填报与封存第 {version} 版第 {part} 部分不同：{fields}。',
    en: 'The report of “{project}” is not as in part {part} of seal version {version}: {fields}.',
  },
  'seal-evidence-changed': {
    zh: '项目“{project}”的佐证与封存第 {version} 版第 {part} 部分不同：{fields}。',
    en: 'The evidence of “{project}” is not as in part {part} of seal version {version}: {fields}.',
  },
  'seal-goal-miscomputed': {
    zh: '封存第 {version} 版第 {part} 部分中，分项绩效目标的灯与其依据不符：{fields}。',
    en: 'In part {part} of seal version {version} the light of a department goal is not what its inputs give: {fields}.',
  },
  'seal-goal-missing': {
    zh: '分项绩效目标的完成情况已不存在，但在封存第 {version} 版中有：{fields}。',
    en: 'The result of a department goal is gone, but stands in seal version {version}: {fields}.',
  },
  'seal-goal-changed': {
    zh: '分项绩效目标的完成情况与封存第 {version} 版不同：{fields}。',
    en: 'The result of a department goal is not as in seal version {version}: {fields}.',
  },
  'seal-goal-added': {
    zh: '封存第 {version} 版中没有这项分项绩效目标的完成情况：{fields}。',
    en: 'Seal version {version} has no such result of a department goal: {fields}.',
  },
  'seal-light-added': {
    zh: '项目“{project}”有灯，但不在封存第 {version} 版中。',
    en: '“{project}” has lights, but is not in seal version {version}.',
  },
};
