/** Ids of what there is of each kind to look at. */
export interface SomeIds {
  readonly departments: readonly string[];
  readonly units: readonly string[];
  readonly projects: readonly string[];
}

/** One kind of request; each time about something else. */
export interface Route {
  readonly name: string;
  readonly path: (place: number) => string;
}

const PAGE = 50;

/** What a leader asks for who looks at a round, goes down to a unit and looks at a project. */
export function overviewRequests(year: number, month: number, projects: number, ids: SomeIds): readonly Route[] {
  const round = `year=${year}&month=${month}`;
  const one = (some: readonly string[], place: number): string => some[(place * 7) % some.length] ?? '';
  const deepest = Math.floor(projects / PAGE);
  return [
    { name: 'overview of the county', path: () => `/overview?${round}` },
    {
      name: 'overview of a department',
      path: (place) => `/overview?${round}&organisationId=${one(ids.departments, place)}`,
    },
    { name: 'overview of a unit', path: (place) => `/overview?${round}&organisationId=${one(ids.units, place)}` },
    { name: 'scatter of the county', path: () => `/overview/projects?${round}` },
    {
      name: 'scatter of a department',
      path: (place) => `/overview/projects?${round}&organisationId=${one(ids.departments, place)}`,
    },
    { name: 'ranking by points', path: () => `/overview/ranking?${round}&by=points` },
    {
      name: 'ranking of a department by money',
      path: (place) => `/overview/ranking?${round}&by=money&organisationId=${one(ids.departments, place)}`,
    },
    {
      name: 'changes for the worse',
      path: (place) => `/overview/changes?${round}&direction=worse&page=${1 + (place % 5)}`,
    },
    { name: 'changes for the better', path: () => `/overview/changes?${round}&direction=better` },
    { name: 'units that have not reported', path: () => `/overview/not-reported?${round}` },
    { name: 'lights, first page', path: () => `/lights?${round}&size=${PAGE}` },
    {
      name: 'lights, deep page',
      path: (place) => `/lights?${round}&size=${PAGE}&page=${1 + ((place * 131) % deepest)}&total=${projects}`,
    },
    { name: "a project's lights", path: (place) => `/projects/${one(ids.projects, place)}/lights?month=${month}` },
  ];
}
