import fs from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { keptMails } from "./kept.ts";
import type { Mail, MailSettings } from "./mail.ts";
import { type Patience, sendMail } from "./send.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

const folder = () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), "chapar-mail-"));
  ends.push(async () => fs.rmSync(made, { recursive: true }));
  return made;
};
const settings = (own: Partial<MailSettings> = {}): MailSettings => ({
  smtpUrl: null,
  from: "The Paper <desk@paper.example>",
  folder: "/nowhere",
  ...own,
});
const aMail = (own: Partial<Mail> = {}): Mail => ({
  to: "aigul@paper.example",
  subject: "Timur mentioned you",
  text: "“Snow closes the pass”\nhttps://paper.example/desk",
  id: "0198c000",
  at: new Date("2026-11-25T10:00:00Z"),
  ...own,
});
const hurried: Patience = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 300, inAll: 900 };

/** A real mail server; answers what it took. */
async function aServer(own: SMTPServerOptions = {}, user = "") {
  const taken: { from: string; to: string[]; user: string | undefined; message: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope, user }, done) {
      let message = "";
      stream.setEncoding("utf8").on("data", (part: string) => {
        message += part;
      });
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), user, message });
        done();
      });
    },
    ...own,
  });
  server.on("error", () => {}); // a connection that broke is what some of these tests are about
  ends.push(() => new Promise<void>((closed) => server.close(closed)));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { taken, smtpUrl: `smtp://${user}127.0.0.1:${portOf(server.server)}` };
}

function portOf(server: { address(): ReturnType<Server["address"]> }): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Says what it is told to, whatever it is asked. */
async function aRudeServer(greet: (socket: Socket) => void) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    greet(socket);
  });
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `smtp://127.0.0.1:${portOf(server)}`;
}

const refusing = (responseCode: number, message: string): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error(message), { responseCode })),
});

describe("a mail to a server", () => {
  it("arrives with its words, its sender and an id of its own", async () => {
    const { taken, smtpUrl } = await aServer();
    await sendMail(settings({ smtpUrl }), aMail());
    expect(taken).toHaveLength(1);
    const [{ from, to, message } = { from: "", to: [], message: "" }] = taken;
    expect({ from, to }).toEqual({ from: "desk@paper.example", to: ["aigul@paper.example"] });
    expect(message).toContain("Message-ID: <0198c000@paper.example>");
    expect(message).toContain("From: The Paper <desk@paper.example>");
    expect(message).toContain("Auto-Submitted: auto-generated");
  });

  it("signs in with the user and password of the address", async () => {
    const seen: unknown[] = [];
    const { taken, smtpUrl } = await aServer(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth({ username, password }, _session, done) {
          seen.push(username, password);
          done(null, { user: username });
        },
      },
      "desk:p%40ss@",
    );
    await sendMail(settings({ smtpUrl }), aMail());
    expect(seen).toEqual(["desk", "p@ss"]);
    expect(taken).toMatchObject([{ user: "desk" }]);
  });

  it("says no password through a network on a line that is not encrypted", async () => {
    const seen: unknown[] = [];
    const { smtpUrl } = await aServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username }, _session, done) {
        seen.push(username);
        done(null, { user: username });
      },
    });
    const throughANetwork = smtpUrl.replace("127.0.0.1", "desk:hunter2@0.0.0.0");
    await expect(sendMail(settings({ smtpUrl: throughANetwork }), aMail())).rejects.toThrow(/STARTTLS/i);
    expect(seen).toEqual([]);
  });

  it("arrives at a server on this machine whose certificate nobody vouches for: the line leaves it nowhere", async () => {
    const { taken, smtpUrl } = await aServer({ disabledCommands: [] });
    await sendMail(settings({ smtpUrl }), aMail());
    expect(taken).toHaveLength(1);
  });

  it("trusts no encrypted line whose certificate nobody vouches for", async () => {
    const { taken, smtpUrl } = await aServer({ secure: true });
    const encrypted = smtpUrl.replace("smtp:", "smtps:");
    await expect(sendMail(settings({ smtpUrl: encrypted }), aMail())).rejects.toThrow(/certificate|self.signed/i);
    expect(taken).toEqual([]);
  });

  it("says no password that was refused", async () => {
    const onAuth: SMTPServerOptions["onAuth"] = (_auth, _session, done) => done(new Error("Who are you?"));
    const { smtpUrl } = await aServer({ authOptional: false, allowInsecureAuth: true, onAuth }, "desk:hunter2@");
    const refused = await sendMail(settings({ smtpUrl }), aMail()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "MailFailed", isServerAway: false });
    expect(String(refused)).not.toContain("hunter2");
  });

  it.each([
    ["a subject of two lines", { subject: "Hello\r\nBcc: everybody@paper.example" }],
    ["an address of two lines", { to: "aigul@paper.example\r\nBcc: everybody@paper.example" }],
    ["an address that is a list", { to: "aigul@paper.example, everybody@paper.example" }],
    ["an id of two lines", { id: "1@x>\r\nBcc: everybody@paper.example" }],
  ])("goes to nobody else for %s", async (_what, wrong) => {
    const { taken, smtpUrl } = await aServer();
    await sendMail(settings({ smtpUrl }), aMail(wrong)).catch(() => {});
    for (const { to, message } of taken) {
      expect(to).not.toContain("everybody@paper.example");
      expect(to).toHaveLength(1);
      expect(message).not.toMatch(/^Bcc:/m);
    }
  });

  it.each([
    [451, "Come back later"],
    [550, "No such person"],
  ])("fails with the server's words when it answers %i", async (code, words) => {
    const { taken, smtpUrl } = await aServer(refusing(code, words));
    await expect(sendMail(settings({ smtpUrl }), aMail())).rejects.toMatchObject({
      message: expect.stringContaining(words),
      isServerAway: false,
    });
    expect(taken).toEqual([]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ["keeps silent", () => {}],
    ["hangs up", (socket) => socket.destroy()],
    [
      "stops in the middle",
      (socket) => socket.write("220 hello\r\n").valueOf() && socket.once("data", () => socket.destroy()),
    ],
    [
      "says a little again and again, and never enough",
      (socket) => {
        socket.write("220 hello\r\n");
        const drip = setInterval(() => socket.write("250-wait\r\n"), 50);
        socket.on("close", () => clearInterval(drip));
      },
    ],
  ])("fails in time when the server %s", async (_what, greet) => {
    const smtpUrl = await aRudeServer(greet);
    await expect(sendMail(settings({ smtpUrl }), aMail(), hurried)).rejects.toMatchObject({ isServerAway: true });
  });

  it("is given up at once when the program stops, whatever the server says meanwhile", async () => {
    const stopping = new AbortController();
    const smtpUrl = await aRudeServer((socket) => {
      socket.write("220 hello\r\n");
      const drip = setInterval(() => socket.write("250-wait\r\n"), 50);
      socket.on("close", () => clearInterval(drip));
      socket.once("data", () => stopping.abort());
    });
    const patient: Patience = { ...hurried, socketTimeout: 60_000, inAll: 60_000 };
    const sending = sendMail(settings({ smtpUrl }), aMail(), patient, stopping.signal);
    await expect(sending).rejects.toMatchObject({ name: "AbortError" });
  });

  it("is not begun when the program stops already", async () => {
    const { taken, smtpUrl } = await aServer();
    await expect(sendMail(settings({ smtpUrl }), aMail(), hurried, AbortSignal.abort())).rejects.toThrow("abort");
    expect(taken).toEqual([]);
  });

  it("fails when nobody is there", async () => {
    const smtpUrl = await aRudeServer(() => {});
    await Promise.all(ends.splice(0).map((end) => end()));
    await expect(sendMail(settings({ smtpUrl }), aMail())).rejects.toMatchObject({ isServerAway: true });
  });
});

describe("a mail without a server", () => {
  it("lies in the folder, and can be told by whom it was for, when and about what", async () => {
    const kept = settings({ folder: path.join(folder(), "mail") });
    const subject =
      "Айгүл mentioned you in “Кар ашууну жапты”, which is a headline long enough to be folded twice at least";
    await sendMail(kept, aMail({ subject }));
    expect(await keptMails(kept.folder, 10)).toEqual([
      { file: "2026-11-25T10-00-00.000Z-0198c000.eml", at: aMail().at, to: "aigul@paper.example", subject },
    ]);
  });

  it("leaves the newest 200 there", async () => {
    const kept = settings({ folder: folder() });
    for (let second = 0; second < 203; second++)
      await sendMail(kept, aMail({ id: String(second), at: new Date(aMail().at.getTime() + second * 1_000) }));
    const mails = await keptMails(kept.folder, 1_000);
    expect(mails).toHaveLength(200);
    expect(mails[0]?.file).toContain("-202.eml");
    expect(mails.at(-1)?.file).toContain("-3.eml");
  });

  it("is none where there is no folder yet", async () => {
    expect(await keptMails(path.join(folder(), "mail"), 10)).toEqual([]);
  });
});
