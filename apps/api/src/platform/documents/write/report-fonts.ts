import { createRequire } from 'node:module';

const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

/** The family that is embedded into papers and drawn with: its licence allows it, and it has every usual character. */
export const PAPER_FAMILY = 'Noto Sans SC';

/** Where its files are. */
export function paperFontFiles(): Readonly<Record<keyof typeof FILES, string>> {
  const { resolve } = createRequire(import.meta.url);
  return { regular: resolve(FILES.regular), bold: resolve(FILES.bold) };
}
