// Before anything of Next is loaded: what its own server sets first, and what its compiler would write in from next.config.mjs.
import "next/dist/server/node-environment-baseline.js";

process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
