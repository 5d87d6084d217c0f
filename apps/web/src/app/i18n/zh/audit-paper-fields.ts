/** What fields of exports, papers and official reports are called in the audit trail. */
export const paperFields = {
  packaging: '装订',
  papers: '文件份数',
  ref: '表样版本',
  exact: '一致',
  sameContent: '内容一致',
  notComparable: '无法比对',
  unknownCode: '核验码不实',
  unknown: '不是本系统出具',
  outside: '属于其他单位',
  changedSince: '出具后有变化',
  paragraphs: '改写的段落',
  contentHash: '内容校验值',
  previousHash: '上一封存校验值',
  hash: '封存校验值',
};
