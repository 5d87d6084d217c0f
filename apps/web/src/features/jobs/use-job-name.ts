import { useI18n } from 'vue-i18n';

/** A job's kind in words; an unknown kind keeps its own name. */
export function useJobName(): (name: string) => string {
  const { t, te } = useI18n();
  return (name) => (te(`job.name.${name}`) ? t(`job.name.${name}`) : name);
}
