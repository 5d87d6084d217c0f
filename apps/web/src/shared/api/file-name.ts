const ENCODED_NAME = /filename\*=UTF-8''([^;]+)/i;

/** The name that an answer gives its file; null where it gives none that can be read. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = ENCODED_NAME.exec(disposition ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
