import type { Grade, Light, ReportChartData } from '@jixiao/domain';
import type { EChartsOption } from 'echarts';
import { drawSvg, type DrawingSize } from './draw-svg.js';
import type { PaperPicture } from './report-document.js';

type Chart<K extends ReportChartData['kind']> = Extract<ReportChartData, { kind: K }>;

interface Drawing {
  readonly option: EChartsOption;
  readonly size: DrawingSize;
  readonly description: string;
}

const WIDTH = 640;
const INK = '#1F2933';
const RULE = '#D5DAE1';
const ACCENT = '#1F4E8C';
/** Shape and word beside the colour, so that a grey print tells lights apart. */
const LIGHTS: readonly (readonly [Light, glyph: string, word: string, colour: string])[] = [
  ['red', '▲', '红灯', '#C8322B'],
  ['yellow', '◆', '黄灯', '#B7791F'],
  ['green', '●', '绿灯', '#2F7D4F'],
  ['blue', '■', '蓝灯', '#2B6CB0'],
  ['grey', '○', '灰灯', '#6B7280'],
];
const GRADE_WORDS: Readonly<Record<Grade, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' };

/** Draws the figures of a chart as a picture for print. */
export async function reportPicture(data: ReportChartData): Promise<PaperPicture> {
  const { option, size, description } = drawingOf(data);
  return { svg: await drawSvg(option, size), ...size, description };
}

function drawingOf(data: ReportChartData): Drawing {
  switch (data.kind) {
    case 'lights':
      return lights(data);
    case 'execution':
      return execution(data);
    case 'curve':
      return curve(data);
    case 'grades':
      return grades(data);
    case 'points':
      return points(data);
  }
}

const BAR = 30;
const TEXT = { color: INK, fontSize: 13 };

/** Bars from top to bottom in the order given, each with its name before it. */
const barFrame = (labels: readonly string[], unit: string, isLegend: boolean) => ({
  grid: { left: 8, right: 56, top: isLegend ? 40 : 12, bottom: 34, containLabel: true },
  xAxis: {
    type: 'value' as const,
    name: unit,
    nameLocation: 'end' as const,
    nameTextStyle: TEXT,
    axisLabel: TEXT,
    splitLine: { lineStyle: { color: RULE } },
    // Projects are counted whole.
    minInterval: 1,
  },
  yAxis: {
    type: 'category' as const,
    inverse: true,
    data: labels.map((label) => shortened(label)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: TEXT,
  },
  legend: { show: isLegend, top: 4, textStyle: TEXT, itemWidth: 18, itemHeight: 10 },
});

const barSize = (bars: number, isLegend: boolean): DrawingSize => ({
  width: WIDTH,
  height: bars * BAR + (isLegend ? 92 : 64),
});

/** Long names would leave no room for the bars. */
const LONGEST = 14;
const shortened = (label: string): string => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label);

function lights({ bars }: Chart<'lights'>): Drawing {
  const present = LIGHTS.filter(([light]) => bars.some((bar) => bar[light] > 0));
  return {
    size: barSize(bars.length, true),
    option: {
      ...barFrame(
        bars.map(({ label }) => label),
        '个',
        true,
      ),
      series: present.map(([light, glyph, word, color]) => ({
        name: `${glyph} ${word}`,
        type: 'bar' as const,
        stack: 'lights',
        barWidth: 18,
        itemStyle: { color, borderColor: '#FFFFFF', borderWidth: 1 },
        label: {
          show: true,
          color: '#FFFFFF',
          fontSize: 12,
          formatter: ({ value }: Labelled) => labelOf(glyph, value),
        },
        data: bars.map((bar) => bar[light]),
      })),
    },
    description: bars
      .map((bar) => `${bar.label}：${present.map(([light, , word]) => `${word}${bar[light]}个`).join('、')}`)
      .join('；'),
  };
}

const labelOf = (glyph: string, value: unknown): string => (Number(value) > 0 ? `${glyph}${Number(value)}` : '');

function execution({ bars }: Chart<'execution'>): Drawing {
  const frame = barFrame(
    bars.map(({ label }) => label),
    '%',
    true,
  );
  return {
    size: barSize(bars.length, true),
    option: {
      ...frame,
      xAxis: { ...frame.xAxis, min: 0 },
      series: [
        {
          name: '预算执行率',
          type: 'bar',
          barWidth: 16,
          itemStyle: { color: ACCENT },
          label: { show: true, position: 'insideLeft', color: '#FFFFFF', fontSize: 12, formatter: insidePercent },
          data: bars.map(({ rate }) => rate),
        },
        {
          name: '计划进度',
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [3, 24],
          itemStyle: { color: INK },
          data: bars.map(({ planned }) => planned ?? '-'),
        },
      ],
    },
    description: bars
      .map(({ label, rate, planned }) => `${label}执行率${rate.toFixed(2)}%，计划${planned?.toFixed(2) ?? '—'}%`)
      .join('；'),
  };
}

/** What the library tells of a mark. */
interface Labelled {
  readonly value?: unknown;
}

const insidePercent = ({ value }: Labelled): string => `${Number(value).toFixed(2)}%`;

function curve({ points: months }: Chart<'curve'>): Drawing {
  const line = (name: string, data: readonly number[], type: 'solid' | 'dashed', color: string) => ({
    name,
    type: 'line' as const,
    symbol: 'circle',
    symbolSize: 7,
    lineStyle: { type, color, width: 2 },
    itemStyle: { color },
    endLabel: { show: true, formatter: name, color, fontSize: 13 },
    data: [...data],
  });
  return {
    size: { width: WIDTH, height: 320 },
    option: {
      grid: { left: 8, right: 84, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: months.map(({ month }) => `1-${month}月`), axisLabel: TEXT },
      yAxis: {
        type: 'value',
        name: '万元',
        nameTextStyle: TEXT,
        axisLabel: TEXT,
        splitLine: { lineStyle: { color: RULE } },
      },
      series: [
        line(
          '计划',
          months.map(({ planned }) => planned),
          'dashed',
          INK,
        ),
        line(
          '支出',
          months.map(({ spent }) => spent),
          'solid',
          ACCENT,
        ),
      ],
    },
    description: months
      .map(({ month, spent, planned }) => `1-${month}月支出${spent.toFixed(2)}万元，计划${planned.toFixed(2)}万元`)
      .join('；'),
  };
}

function grades({ bars }: Chart<'grades'>): Drawing {
  return {
    size: barSize(bars.length, false),
    option: {
      ...barFrame(
        bars.map(({ grade }) => GRADE_WORDS[grade]),
        '个',
        false,
      ),
      series: [
        {
          type: 'bar',
          barWidth: 18,
          itemStyle: { color: ACCENT },
          label: { show: true, position: 'right', ...TEXT },
          data: bars.map(({ projects }) => projects),
        },
      ],
    },
    description: bars.map(({ grade, projects }) => `${GRADE_WORDS[grade]}${projects}个`).join('、'),
  };
}

function points({ bars }: Chart<'points'>): Drawing {
  const frame = barFrame(
    bars.map(({ label }) => label),
    '分',
    false,
  );
  return {
    size: barSize(bars.length, false),
    option: {
      ...frame,
      xAxis: { ...frame.xAxis, min: 0, max: 100 },
      series: [
        {
          type: 'bar',
          barWidth: 18,
          itemStyle: { color: ACCENT },
          label: { show: true, position: 'insideRight', color: '#FFFFFF', fontSize: 12, formatter: twoPlaces },
          data: bars.map((bar) => bar.points),
        },
      ],
    },
    description: bars.map((bar) => `${bar.label}${bar.points.toFixed(2)}分`).join('；'),
  };
}

const twoPlaces = ({ value }: Labelled): string => Number(value).toFixed(2);
