import { type Light, LIGHTS } from '@jixiao/domain';

/** One value for each light. */
export const perLight = <T>(valueOf: (light: Light) => T): Record<Light, T> =>
  Object.fromEntries(LIGHTS.map((light) => [light, valueOf(light)])) as Record<Light, T>;
