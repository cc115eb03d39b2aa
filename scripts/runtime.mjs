// Which Node runs what. Plain JavaScript: this is read before anything is installed.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const NODE_WANTED = 24;

/** The Node that came with `npm ci`, for whoever started with an older one. */
export function nodeForProject() {
  const own = path.join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (fs.existsSync(own)) return own;
  throw new Error(
    `Chapar needs Node ${NODE_WANTED} or newer and brings none for ${process.platform} on ${process.arch}; this is ${process.version}: install Node ${NODE_WANTED}, then start again.`,
  );
}

/** The Node and npm of the machine: an install replaces the project's own Node, which must not be the one at work. */
export function npmCommand() {
  const outside = (file) => file && !file.startsWith(path.join(root, "node_modules"));
  const node = [process.env.npm_node_execpath, process.execPath].find(outside) ?? onPath("node");
  const npm = process.env.npm_execpath;
  if (npm && node && fs.existsSync(npm)) return [node, npm];
  return [onPath("npm") ?? "npm"];
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.includes("node_modules"));
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
