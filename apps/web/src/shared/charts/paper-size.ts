/** Pixels across a sheet of A4 that lies, less its margins. */
const SHEET = 1_032;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a chart is drawn for paper: as wide as it will be there, so that its letters are as large as those around it.
 * A window that is narrower than a sheet makes none larger.
 */
export function paperSize({ width, height }: Size, windowWidth: number): Size {
  const part = Math.min(1, SHEET / windowWidth);
  return { width: Math.round(width * part), height: Math.round(height * part) };
}
