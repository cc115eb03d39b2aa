// `npm run build`: makes the build that `npm start` would make.
import { Obstacle } from "#lib/obstacle";
import { openBuild } from "#server/build";

try {
  const build = await openBuild(process.cwd(), { say: console.log });
  build.release();
  console.log(`Built: ${build.folder}`);
} catch (error) {
  console.error(error instanceof Obstacle ? error.message : error);
  process.exitCode = 1;
}
