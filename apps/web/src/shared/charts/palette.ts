import type { Light } from '@jixiao/domain';

/** The same colours for the same thing in every chart. */
export interface ChartPalette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly ground: string;
  readonly surface: string;
  readonly actual: string;
  readonly forecast: string;
  /** Ground of an interval around a forecast; what lies on it stays readable. */
  readonly band: string;
  readonly plan: string;
  readonly straightLine: string;
  readonly lights: Readonly<Record<Light, string>>;
  /** Grounds of the lights for large areas, on which `ink` is readable. */
  readonly softLights: Readonly<Record<Light, string>>;
}

const LIGHT: ChartPalette = {
  ink: '#1b2430',
  soft: '#4b5563',
  line: '#dde1e7',
  ground: '#ffffff',
  surface: '#eceff3',
  actual: '#1f4e8c',
  forecast: '#3d6fae',
  band: '#d4e1f1',
  plan: '#4b5563',
  straightLine: '#8b94a3',
  lights: { red: '#c8322b', yellow: '#b7791f', green: '#2f7d4f', blue: '#2b6cb0', grey: '#6b7280' },
  softLights: { red: '#f3c9c6', yellow: '#f0dcb4', green: '#c5e2d0', blue: '#c3daf1', grey: '#e0e3e7' },
};
const DARK: ChartPalette = {
  ink: '#e6e9ee',
  soft: '#aeb6c2',
  line: '#313a46',
  ground: '#12161c',
  surface: '#232a34',
  actual: '#8ab4f0',
  forecast: '#6f9bd6',
  band: '#22344d',
  plan: '#aeb6c2',
  straightLine: '#6f7b8c',
  lights: { red: '#f0766f', yellow: '#dca548', green: '#5fb983', blue: '#6aa5e4', grey: '#9aa3b0' },
  softLights: { red: '#5c2a28', yellow: '#54411c', green: '#22492f', blue: '#24405f', grey: '#363d48' },
};

export const chartPalette = (dark: boolean): ChartPalette => (dark ? DARK : LIGHT);
