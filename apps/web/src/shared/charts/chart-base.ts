import { TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// What every chart needs. Each type of chart registers the rest in a file of its own, so that a page loads only its types.
use([CanvasRenderer, TooltipComponent]);

/** Options of a chart of any type whose file the page has loaded. */
export type ChartOptions = EChartsCoreOption;

/** The mark of a chart that was clicked. */
export interface ChartSelection {
  readonly seriesId: string;
  readonly dataIndex: number;
  readonly name: string;
  /** As the options gave it. */
  readonly data: unknown;
}
