/** What the program answers by itself, without a page or route of app/. The journey that looks for leaks asks each of them. */
export const ownAddresses = {
  live: "/api/health/live",
  ready: "/api/health/ready",
  /** A WebSocket. */
  collab: "/collab",
  /** Files below these. */
  buildFiles: "/_next/static/",
  islands: "/islands/",
  /** Of live stories. */
  pictures: "/media/",
  /** In development only. */
  freshIslands: "/islands/fresh.js",
} as const;
