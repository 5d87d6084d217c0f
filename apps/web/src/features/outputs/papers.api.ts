import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { SendOptions } from '../../shared/api/send-form.js';
import type { PaperCheck, PaperDetail, PaperFinding } from '../../shared/api/schema.gen.js';

export type Verdict = PaperFinding['verdict'];

export function checkPaper(file: File, options: SendOptions = {}): Promise<PaperCheck> {
  const form = new FormData();
  form.append('file', file, file.name);
  return postForm('/api/papers/check', form, options);
}

export const fetchPaper = (code: string): Promise<PaperDetail> =>
  unwrap(api.GET('/api/papers/{code}', { params: { path: { code } } }));
