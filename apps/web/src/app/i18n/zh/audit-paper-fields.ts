/** What fields of exports, of papers and of their templates are called in the audit trail. */
export const paperFields = {
  packaging: '文件划分',
  papers: '文件数',
  ref: '版本',
  exact: '与出具时完全一致',
  sameContent: '内容一致',
  notComparable: '无法比对内容',
  unknownCode: '核验码不存在',
  unknown: '不是本系统出具',
  outside: '不在管理范围内',
  changedSince: '出具后数据有变化',
};
