import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";

const portFile = (folder: string) => path.join(folder, "postgres.port");

/** The port of the last time if it is free, else any free one. */
export async function chosenPort(folder: string): Promise<number> {
  const file = portFile(folder);
  const last = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0;
  return (await freePort(last)) ?? (await freePort(0)) ?? 0;
}

export function rememberPort(folder: string, port: number): void {
  fs.writeFileSync(portFile(folder), `${port}\n`);
}

async function freePort(wanted: number): Promise<number | undefined> {
  const server = net.createServer();
  try {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
