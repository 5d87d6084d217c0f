/** A figure of a series, with the months that have passed to it. */
export interface SparkPoint {
  readonly at: number;
  readonly value: number;
}

const GAP = 2;

/** Where a point of a small line lies in its frame. */
export type SparkPlace = (point: SparkPoint) => { readonly x: number; readonly y: number };

/** The frame of some points, the lowest figure at its bottom; a series that never changes lies in the middle. */
export function sparkPlaces(points: readonly SparkPoint[], width: number, height: number): SparkPlace {
  const scale = (values: readonly number[], length: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const room = length - 2 * GAP;
    return (value: number): number => (most === least ? length / 2 : GAP + ((value - least) / (most - least)) * room);
  };
  const x = scale(
    points.map(({ at }) => at),
    width,
  );
  const y = scale(
    points.map(({ value }) => value),
    height,
  );
  return ({ at, value }) => ({ x: x(at), y: height - y(value) });
}
