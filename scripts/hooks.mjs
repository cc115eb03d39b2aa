// Loaded before anything of ours runs under plain Node.
import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

// Compiled code is kept for the next start; where it cannot be written, everything works without.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));

// `server-only` guards Next's client bundles; here it stands for nothing.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(specifier, context),
});
