/** Jobs. */
export const work = {
  job: {
    tray: '任务',
    activeCount: '{n} 进行中',
    deadCount: '{n} 失败',
    none: '没有后台任务',
    noneHint: '重新计算等较长的工作会列在这里，可以看进度、取消和重试。',
    all: '全部任务',
    filter: '按状态筛选',
    allStates: '全部状态',
    kind: '任务',
    about: '对象',
    state: '状态',
    attempts: '次数',
    requestedBy: '发起人',
    system: '系统',
    createdAt: '发起时间',
    finishedAt: '结束时间',
    status: {
      queued: '排队中',
      running: '进行中',
      waiting: '等待子任务',
      succeeded: '完成',
      dead: '失败',
      cancelled: '已取消',
    },
    name: {
      imports: { read: '读取导入文件', save: '保存导入', undo: '撤销导入' },
      monitoring: {
        'recompute-round': '重新计算监控期',
        'recompute-chunk': '重新计算一批项目',
        'recompute-project': '重新计算项目',
      },
    },
    project: '看项目',
    upload: '看导入',
  },
};
