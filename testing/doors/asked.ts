// What a form, a page or Next itself hands over.
import { NextRequest } from "next/server";
import { ourSite } from "./next-request.ts";

export const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

export const post = (path: string, body: string) =>
  new NextRequest(`${ourSite}${path}`, { method: "POST", body, headers: { "content-length": String(body.length) } });

export const parametersOf = <Parameters>(params: Parameters) => ({ params: Promise.resolve(params) });

export const searched = { searchParams: Promise.resolve({}) };
