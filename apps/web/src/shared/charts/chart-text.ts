/**
 * The letters of charts: those of the page (`--font`). A picture inherits none, and a list that it does not understand leaves
 * it with small ones of its own.
 */
export const CHART_TEXT = {
  fontFamily:
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'Noto Sans SC', system-ui, sans-serif",
} as const;
