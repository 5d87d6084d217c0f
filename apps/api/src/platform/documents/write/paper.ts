import type { FormPage } from '@jixiao/domain';

const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const TWIPS_PER_POINT = 20;

export const points = (mm: number): number => (mm / MM_PER_INCH) * POINTS_PER_INCH;
export const twips = (mm: number): number => Math.round(points(mm) * TWIPS_PER_POINT);
export const inches = (mm: number): number => mm / MM_PER_INCH;

/** A4 in millimetres, upright. */
export const A4 = { width: 210, height: 297 };

/** Width and height of the paper in millimetres as it is held. */
export const paperSize = ({ orientation }: FormPage): { readonly width: number; readonly height: number } =>
  orientation === 'landscape' ? { width: A4.height, height: A4.width } : A4;

/** To a tenth, as a person sets it. */
export const millimetres = (inch: number): number => Math.round(inch * MM_PER_INCH * 10) / 10;
