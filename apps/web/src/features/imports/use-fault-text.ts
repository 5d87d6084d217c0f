import { useI18n } from 'vue-i18n';

/** What is wrong with something typed, in plain words with what to do. */
export function useFaultText(): (code: string) => string {
  const { t, te } = useI18n();
  return (code) => {
    const own = `import.fault.${code}`;
    if (te(own)) return t(own);
    return te(`fault.${code}`) ? t(`fault.${code}`) : t('import.fault.unreadable');
  };
}
