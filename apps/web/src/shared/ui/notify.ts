import { ElMessage } from 'element-plus';

/** A sentence that comes and goes: for the result of something the person has just done. */
export function notify(tone: 'success' | 'error' | 'info', message: string): void {
  ElMessage({
    type: tone,
    message,
    grouping: true,
    duration: tone === 'error' ? 6_000 : 3_000,
    offset: 56,
    showClose: true,
  });
}
