/** Whether any of the paths is that of a root (`/id/`), or of the whole forest (`/`). */
export const reachesRoot = (paths: readonly string[]): boolean =>
  paths.some((path) => path.split('/').filter((part) => part !== '').length <= 1);
