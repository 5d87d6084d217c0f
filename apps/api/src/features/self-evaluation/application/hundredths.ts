/** Points as they are stored, exactly: 94.95 is 9495. */
export const hundredths = (points: number | null): number | null => (points === null ? null : Math.round(points * 100));

export const fromHundredths = (stored: number | null): number | null => (stored === null ? null : stored / 100);
