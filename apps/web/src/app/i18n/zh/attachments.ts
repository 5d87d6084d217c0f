/** Evidence of a report. */
export const attachments = {
  attachment: {
    title: '佐证材料（{period}）',
    titleOf: '佐证材料：{name}',
    short: '佐证 {n}',
    open: '{name}的佐证材料，{n} 个文件',
    heading: '佐证材料',
    belongsTo: '所属',
    wholeProject: '整个项目',
    none: '没有佐证材料。',
    drop: '把文件拖到这里，或点此选择',
    sending: '正在上传…',
    kinds: 'pdf、docx、xlsx、ofd、jpg、png、csv、txt',
    size: '{n} KB',
    remove: '移除 {file}',
  },
};
