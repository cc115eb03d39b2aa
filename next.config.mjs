/** @type {import("next").NextConfig} */
export default {
  // A running program keeps the build that it started with: each build has a folder of its own (server/build.ts).
  distDir: process.env.CHAPAR_BUILD ?? ".next",
  // Types are checked by `npm run check`. Next rewrites the configuration it is given unless that extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  turbopack: { root: import.meta.dirname },
  // The page cache compresses once and makes the validators; everything else of ours is small or not to be kept.
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  // Titles stand in the head and unknown pages are a real 404 for everybody, not for known robots only.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  devIndicators: false,
  // Next would print what actions are called with while developing: passwords and unpublished text.
  logging: { serverFunctions: false },
  experimental: {
    // A page of the desk can answer 403 (forbidden.tsx).
    authInterrupts: true,
    // Readers get the style sheets of their page; the default merges the desk's into them, twice the bytes.
    cssChunking: "graph",
    // While developing, answers of server actions would wait for a channel that only Next's own server opens.
    reactDebugChannel: false,
  },
  // Loaded once by Node, so that pages and the program around them share one instance.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@tiptap/core",
    "@tiptap/pm",
    "@tiptap/y-tiptap",
    "exifreader",
    "lib0",
    "pg",
    "prosemirror-model",
    "prosemirror-state",
    "prosemirror-transform",
    "prosemirror-view",
    "sharp",
    "y-protocols",
    "yjs",
  ],
};
