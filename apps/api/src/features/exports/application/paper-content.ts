import type { FormData } from '@jixiao/domain';
import { canonical, sha256, unpacked } from '../../seals/index.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';

/** What a form says as canonical JSON. The code belongs to the paper, not to what it says. */
export const contentText = (data: FormData): string => canonical({ ...data, verificationCode: null });

/** @throws Error where what is stored is not what was entered */
export async function contentOf({ id, content, contentHash }: PaperForm): Promise<FormData> {
  const text = await unpacked(content);
  if (text === null || sha256(text) !== contentHash)
    throw new Error(`The content of the paper's form ${id} is damaged`);
  return JSON.parse(text) as FormData;
}
