import { ElMessageBox } from 'element-plus';

/** Asks before what somebody has typed is thrown away. @returns whether it may be */
export const askToDiscard = (question: string, discard: string, keep: string): Promise<boolean> =>
  ElMessageBox.confirm(question, { confirmButtonText: discard, cancelButtonText: keep }).then(
    () => true,
    () => false,
  );
