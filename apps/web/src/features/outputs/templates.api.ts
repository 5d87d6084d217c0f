import { api, postForm, unwrap } from '../../shared/api/client.js';
import type {
  FormTemplateList,
  FormTemplateReset,
  FormTemplateUploadResult,
  FormTemplateVersion,
} from '../../shared/api/schema.gen.js';

export type PaperKind = FormTemplateVersion['kind'];
export const PAPER_KINDS = ['monitoringForm', 'selfEvaluationForm'] as const satisfies readonly PaperKind[];

export interface TemplateUpload {
  readonly kind: PaperKind;
  readonly file: File;
  /** The version in force that was looked at. */
  readonly basedOn: string;
  readonly note: string;
  /** Only to be told what is wrong with it. */
  readonly dryRun: boolean;
}

export const fetchTemplates = (): Promise<FormTemplateList> => unwrap(api.GET('/api/form-templates'));

/** The fields come before the file, so that the server knows them when it arrives. */
export function uploadTemplate({
  kind,
  file,
  basedOn,
  note,
  dryRun,
}: TemplateUpload): Promise<FormTemplateUploadResult> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('basedOn', basedOn);
  if (note !== '') form.append('note', note);
  form.append('file', file, file.name);
  return postForm(`/api/form-templates/${kind}`, form);
}

export const resetTemplate = (kind: PaperKind, body: FormTemplateReset): Promise<FormTemplateVersion> =>
  unwrap(api.POST('/api/form-templates/{kind}/reset', { params: { path: { kind } }, body }));

/** Where the browser downloads a version as a workbook from. */
export const workbookAddress = ({ kind, version }: FormTemplateVersion): string =>
  `/api/form-templates/${kind}/workbook?version=${version}`;
