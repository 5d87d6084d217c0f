import type { EChartsOption } from 'echarts';
import { PAPER_FAMILY, paperFontFiles } from './report-fonts.js';

export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** The library counts all that it ever draws, and puts the numbers into the names of the parts. */
const COUNTED = /\bzr\d+-[a-z]+-?\d+/g;

/** The same names in the same drawing, whatever was drawn before. */
function renamed(svg: string): string {
  const names = new Map<string, string>();
  return svg.replace(COUNTED, (name) => {
    const known = names.get(name) ?? `part-${names.size + 1}`;
    names.set(name, known);
    return known;
  });
}

/** Draws a chart without a browser; the same chart gives the same picture. */
export async function drawSvg(option: EChartsOption, { width, height }: DrawingSize): Promise<string> {
  const { init } = await import('echarts');
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption({ animation: false, textStyle: { fontFamily: PAPER_FAMILY }, ...option });
    return renamed(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
}

/** About 300 dots per inch where 640 pixels are as wide as the text of an A4 page. */
const PRINT_SCALE = 3;

/** The same picture in dots, for what cannot show drawings. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const files = paperFontFiles();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * PRINT_SCALE },
    background: 'white',
    font: { fontFiles: [files.regular, files.bold], loadSystemFonts: false, defaultFontFamily: PAPER_FAMILY },
  });
  return drawing.render().asPng();
}
