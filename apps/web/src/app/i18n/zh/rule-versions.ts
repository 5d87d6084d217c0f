/** Rules in versions: what alert rules and evaluation rules have alike. */
export const ruleVersions = {
  ruleVersions: {
    of: '{rules}的版本',
    version: '第 {n} 版',
    inForce: '现行',
    preset: '系统预设',
    published: '{at} {name} 发布',
    note: '发布说明：{note}',
    change: '修改',
    changeFrom: '以此版为底稿修改',
    titleVersion: '{rules} 第 {n} 版',
    titleDraft: '修改{rules}，发布后为第 {n} 版',
    kept: '这是上次没有发布的草稿。',
    outdated: '修改期间已有人发布了第 {n} 版，发布前请对照。您的修改仍在。',
    rebase: '以我的修改为准，接着第 {n} 版',
    discard: '放弃修改',
    discardAsk: '放弃没有发布的修改？',
    faults: '还有 {n} 处要更正，更正后才能试算和发布。',
    publish: {
      title: '发布',
      note: '为什么修改（发布说明）',
      submit: '发布',
      done: '已发布{rules}第 {n} 版',
    },
  },
};
