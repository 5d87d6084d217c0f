import { useI18n } from 'vue-i18n';
import { ApiError } from './problem.js';

/** Turns a failure into one plain sentence: the page's own for a known code, else the server's, else a general one. */
export function useErrorMessage(): (error: unknown) => string {
  const { t, te } = useI18n();
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unexpected');
    const key = `error.${error.code}`;
    if (te(key)) return t(key, { ...error.problem.params });
    return error.problem.message || t('error.unexpected');
  };
}
