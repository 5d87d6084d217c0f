/** The same colours for the same thing in every chart. */
export interface ChartPalette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly ground: string;
  readonly actual: string;
  readonly forecast: string;
  /** Ground of an interval around a forecast; what lies on it stays readable. */
  readonly band: string;
  readonly plan: string;
  readonly straightLine: string;
}

const LIGHT: ChartPalette = {
  ink: '#1b2430',
  soft: '#4b5563',
  line: '#dde1e7',
  ground: '#ffffff',
  actual: '#1f4e8c',
  forecast: '#3d6fae',
  band: '#d4e1f1',
  plan: '#4b5563',
  straightLine: '#8b94a3',
};
const DARK: ChartPalette = {
  ink: '#e6e9ee',
  soft: '#aeb6c2',
  line: '#313a46',
  ground: '#12161c',
  actual: '#8ab4f0',
  forecast: '#6f9bd6',
  band: '#22344d',
  plan: '#aeb6c2',
  straightLine: '#6f7b8c',
};

export const chartPalette = (dark: boolean): ChartPalette => (dark ? DARK : LIGHT);
