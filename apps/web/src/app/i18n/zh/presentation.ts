export const presentation = {
  export: {
    open: '导出',
    working: '正在导出…',
    excel: 'Excel 表格',
    csv: 'CSV 文本',
    picture: '图片',
    print: '打印',
  },
};
