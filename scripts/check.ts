// `npm run check`: what can be said of the code without running it.
import { check } from "./steps.ts";

const failed = await check();
if (failed.length > 0) console.error(`\nNot passed: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
