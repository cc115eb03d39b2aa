// The arrows of docs/architecture.md, held by `npm run check`.

/** A module may import those that stand before it. */
const newsroomOrder = [
  "kernel",
  "people",
  "settings",
  "sections",
  "tags",
  "media",
  "body",
  "workflow",
  "stories",
  "redirects",
  "fronts",
  "planning",
  "notifications",
  "trash",
  "bulk",
  "rates",
  "search",
  "history",
  "transfer",
];

const tests = "\\.(test|faults\\.test)\\.tsx?$";
const testing = "(^testing/|(^|/)testing[a-z-]*\\.ts$)";
const notTypes = { dependencyTypesNot: ["type-only"] };

const newsroomRules = newsroomOrder.slice(0, -1).map((module, at) => ({
  name: `newsroom-${module}-looks-up-only`,
  comment: `newsroom/${module} stands above ${newsroomOrder.slice(at + 1).join(", ")}: those may hear its events, it does not know them.`,
  severity: "error",
  from: { path: `^newsroom/${module}/`, pathNot: [tests, testing] },
  to: { path: `^newsroom/(${newsroomOrder.slice(at + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...newsroomRules,
    {
      name: "newsroom-knows-no-framework",
      comment: "What a newsroom knows can be called by a page, a job, a test, the seed: no React, no Next.",
      severity: "error",
      from: { path: "^newsroom/", pathNot: tests },
      to: { path: "(^|/)node_modules/(react|react-dom|next|next-auth)/|^(app|components|server|cli)/" },
    },
    {
      name: "lib-knows-nothing-of-news",
      comment: "Could it be copied to a shop? Then it may live in lib, and imports nothing of ours.",
      severity: "error",
      from: { path: "^lib/", pathNot: tests },
      to: { path: "^(app|components|newsroom|server|cli|prisma)/" },
    },
    {
      name: "components-read-no-data",
      comment: "A component is given its data, `can` and `actions`; types of queries are welcome, queries are not.",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: {
        path: "^(app|server|cli)/|^lib/(db|jobs|page-cache|backup)|^newsroom/.*(commands|queries|published|jobs|reactions)",
        ...notTypes,
      },
    },
    {
      name: "ui-knows-no-newsroom",
      comment: "Primitives have no newsroom words in them.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(newsroom|app)/|^components/(site|desk|editor)/" },
    },
    {
      name: "site-uses-the-readers-door",
      comment:
        "Readers' pages read newsroom/*/published and pure files. Desk queries, commands and the session stay out.",
      severity: "error",
      from: { path: "^(app/\\(site\\)|components/site)/", pathNot: tests },
      to: {
        path: "^newsroom/.*(commands|queries|jobs|reactions)|^app/_request/|^lib/db/desk|^components/(desk|editor)/|node_modules/next-auth/",
        ...notTypes,
      },
    },
    {
      name: "site-has-no-client-components",
      comment: "Readers' pages carry no framework script; what runs there is an island.",
      severity: "error",
      from: { path: "^(app/\\(site\\)|components/site)/" },
      to: { path: "\\.client\\.tsx?$" },
    },
    {
      name: "the-program-knows-no-routes",
      comment: "server and cli call the newsroom, not pages.",
      severity: "error",
      from: { path: "^(server|cli)/", pathNot: tests },
      to: { path: "^(app|components)/" },
    },
    {
      name: "builders-are-for-tests-seed-and-bench",
      comment: "testing.ts builds what tests need; the program must not lean on it.",
      severity: "error",
      from: { pathNot: `${tests}|${testing}|^(e2e|bench|prisma)/|\\.config\\.ts$` },
      to: { path: "(^|/)testing[a-z-]*\\.ts$|^testing/" },
    },
    {
      name: "no-unresolved",
      comment: "This import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.builds|\\.next|var|test-results|playwright-report)/" },
    includeOnly:
      "^(app|components|newsroom|lib|server|cli|prisma|bench|e2e|testing|scripts)/|^node_modules/(react|react-dom|next|next-auth)/|\\.config\\.(ts|mjs)$",
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    skipAnalysisNotInRules: true,
  },
};
