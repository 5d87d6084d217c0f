/** What is under way where a person hands over. */
export const handover = {
  handoverWork: {
    title: '接手的工作',
    none: '没有正在办理的填报。',
    round: '{period}填报：{counts}',
    count: '{state} {n} 个',
    reopening: '{period}已重新开放：{name}，{day}前改好',
    only: '（仅指标“{name}”）',
    deputies: '代办安排（不随移交）',
    given: '由 {name} 代办至 {day}：移交出去的角色不再由其代办。',
    taken: '代 {name} 办理至 {day}：仍由本人办理。',
  },
};
