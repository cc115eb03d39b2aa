import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { type Health, health } from "./health.ts";

async function ask(program: Health, check: string): Promise<string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const end = vi.spyOn(response, "end");
  if (!(await program.answer(check, request, response))) return "not health";
  return `${response.statusCode} ${JSON.parse(String(end.mock.calls[0]?.[0])).status}`;
}

const live = "/api/health/live";
const ready = "/api/health/ready";

describe("a program", () => {
  it("is live and ready while its database answers", async () => {
    const well = health(async () => {});
    expect([await ask(well, live), await ask(well, ready)]).toEqual(["200 live", "200 ready"]);
  });

  it("is live but not ready while its database is away", async () => {
    const away = health(async () => {
      throw new Error("connection refused");
    });
    expect([await ask(away, live), await ask(away, ready)]).toEqual(["200 live", "503 database away"]);
  });

  it("is not ready as soon as it is about to stop", async () => {
    const stopping = health(async () => {});
    stopping.drain();
    expect([await ask(stopping, live), await ask(stopping, ready)]).toEqual(["200 live", "503 stopping"]);
  });

  it("leaves every other address alone", async () => {
    expect(await ask(health(), "/api/health")).toBe("not health");
    expect(await ask(health(), "/api/health/ready/x")).toBe("not health");
  });
});
