import type { Messages } from '../../platform/http/message-catalogue.js';

/** What verifying sealed self-evaluations finds, none of it a refusal. */
export const evaluationSealMessages: Messages = {
  'evaluation-seal-missing': {
    zh: '自评封存链缺少第 {seq} 个封存。',
    en: 'The chain of sealed self-evaluations lacks seal {seq}.',
  },
  'evaluation-seal-changed': {
    zh: '第 {seq} 个自评封存（第 {version} 版）的记录被改动，与其哈希不符。',
    en: 'The record of seal {seq} (version {version}) was changed: it is not what its hash says.',
  },
  'evaluation-seal-chain-broken': {
    zh: '第 {seq} 个自评封存（第 {version} 版）没有接在前一个封存之后。',
    en: 'Seal {seq} (version {version}) does not follow the seal before it.',
  },
  'evaluation-seal-chain-cut': {
    zh: '自评封存链的末端与记录不符：应止于第 {seq} 个封存。',
    en: 'The chain of sealed self-evaluations does not end as recorded: it should end with seal {seq}.',
  },
  'evaluation-seal-content-changed': {
    zh: '第 {seq} 个自评封存（第 {version} 版）的内容与封存时的哈希不符。',
    en: 'The content of seal {seq} (version {version}) is not the one that was sealed.',
  },
  'evaluation-seal-miscomputed': {
    zh: '项目“{project}”封存第 {version} 版的得分与其依据不符：{fields}。',
    en: 'The scores of “{project}” in seal version {version} are not what their inputs give: {fields}.',
  },
  'evaluation-seal-rules-changed': {
    zh: '项目“{project}”封存第 {version} 版所用的规则与现在的记录不同：{fields}。',
    en: 'The rules of “{project}” in seal version {version} are not those that are stored: {fields}.',
  },
  'evaluation-seal-steps-changed': {
    zh: '项目“{project}”的办理记录与封存第 {version} 版不同：{fields}。',
    en: 'The trail of “{project}” is not as in seal version {version}: {fields}.',
  },
  'evaluation-seal-row-changed': {
    zh: '项目“{project}”的自评与封存第 {version} 版不同：{fields}。',
    en: 'The self-evaluation of “{project}” is not as in seal version {version}: {fields}.',
  },
  'evaluation-seal-lacking': {
    zh: '项目“{project}”的自评已审定，但没有封存。',
    en: 'The self-evaluation of “{project}” is accepted, but there is no seal of it.',
  },
};
