import type { AlertAnswer } from '@jixiao/domain';

/** What a person does with alerts, all of them alike. */
export type AlertStepToTake =
  | { readonly action: 'acknowledge' }
  | { readonly action: 'answer'; readonly answer: AlertAnswer; readonly text: string }
  | { readonly action: 'decideSuspension'; readonly decision: 'confirm' | 'drop'; readonly text: string }
  | { readonly action: 'recordOnSite'; readonly text: string };
