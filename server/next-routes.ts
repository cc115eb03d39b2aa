import fs from "node:fs";
import path from "node:path";
import { z } from "zod";

/** `/(desk)/desk/stories/[id]/page` → `/desk/stories/[id]`, for every page and route handler of a build. */
const Manifest = z.record(z.string(), z.string());

/** Tells which paths a build answers with pages outside the group (site). */
export function routesBesideTheSite(build: string): (path: string) => boolean {
  const manifest = JSON.parse(fs.readFileSync(path.join(build, "app-path-routes-manifest.json"), "utf8"));
  return routesBeside(Manifest.parse(manifest));
}

export function routesBeside(manifest: Readonly<Record<string, string>>): (path: string) => boolean {
  const routes = Object.entries(manifest)
    .filter(([file, route]) => !file.startsWith("/(site)/") && !route.startsWith("/_"))
    .map(([, route]) => route.split("/"));
  return (asked) => {
    const segments = asked.split("/");
    return routes.some((route) => isLike(route, segments));
  };
}

function isLike(route: readonly string[], segments: readonly string[]): boolean {
  const rest = route.findIndex((part) => part.startsWith("[...") || part.startsWith("[[..."));
  const fixed = rest < 0 ? route : route.slice(0, rest);
  if (rest < 0 ? segments.length !== fixed.length : segments.length < fixed.length) return false;
  if (rest >= 0 && route[rest]?.startsWith("[...") && segments.length === fixed.length) return false;
  return fixed.every((part, i) => part.startsWith("[") || part === segments[i]);
}
