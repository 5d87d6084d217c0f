import type { TooltipComponentOption } from 'echarts/components';
import type { ChartPalette } from './palette.js';

/** How every tooltip looks; what it says is each chart's own. */
export const tooltipLook = (colours: ChartPalette): TooltipComponentOption => ({
  confine: true,
  backgroundColor: colours.ground,
  borderColor: colours.line,
  textStyle: { color: colours.ink, fontSize: 13 },
});
