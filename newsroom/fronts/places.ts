/** The one front that there is: the paper's first page. */
export const home = "home";

export type PlaceSize = "splash" | "second" | "brief";

/** The places on top of the front, in the order in which they are read. */
export const places: readonly { name: string; size: PlaceSize }[] = [
  { name: "Splash", size: "splash" },
  { name: "Second 1", size: "second" },
  { name: "Second 2", size: "second" },
  { name: "Brief 1", size: "brief" },
  { name: "Brief 2", size: "brief" },
  { name: "Brief 3", size: "brief" },
  { name: "Brief 4", size: "brief" },
  { name: "Brief 5", size: "brief" },
];
