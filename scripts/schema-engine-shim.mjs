#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which would be downloaded: the same line protocol (JSON-RPC on
// standard input and output), carried out by the WASM build of the engine over `pg`. Used through
// PRISMA_SCHEMA_ENGINE_BINARY; its version is pinned to that of `prisma` in package.json.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";

const require = createRequire(import.meta.url);
// The package exports no package.json: its main entry says where it lives.
const wasmFolder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));

const asked = readArguments(process.argv.slice(2));
const url = asked.datasource.url ?? process.env.DATABASE_OWNER_URL;

if (asked.version) {
  const { version } = JSON.parse(fs.readFileSync(path.join(wasmFolder, "package.json"), "utf8"));
  console.log(`schema-engine-wasm ${version}`);
} else if (asked.command) {
  process.exitCode = await runCommand(asked.command);
} else {
  serve();
}

function readArguments(args) {
  const found = { datamodels: [], datasource: {}, command: undefined, version: false };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--version" || args[i] === "-V") found.version = true;
    else if (args[i] === "--datamodels") found.datamodels.push(args[++i]);
    else if (args[i] === "--datasource") found.datasource = JSON.parse(args[++i]);
    else if (args[i] === "--enabled-preview-features" || args[i] === "--extension-types") i++;
    else if (args[i] === "cli") found.command = args[++i];
  }
  return found;
}

function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** `can-connect-to-database`, `create-database`, `drop-database`: plain SQL, answered with an exit code. */
async function runCommand(command) {
  const { default: pg } = await import("pg");
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new pg.Client({ connectionString: command === "can-connect-to-database" ? url : besides(url) });
  log("INFO", { message: "schema-engine-wasm" }); // Prisma drops the first line
  try {
    await client.connect();
    const quoted = pg.escapeIdentifier(name);
    if (command === "create-database") await client.query(`CREATE DATABASE ${quoted}`);
    if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
    return 0;
  } catch (error) {
    const missing = error.code === "3D000";
    const message = missing ? `Database \`${name}\` does not exist` : String(error.message);
    const error_code = missing ? "P1003" : error.code === "28P01" ? "P1000" : "P1001";
    log("ERROR", { error_code, message, is_panic: false });
    return 1;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same server, but the database that always exists. */
function besides(address) {
  const server = new URL(address);
  server.pathname = "/postgres";
  server.searchParams.delete("schema");
  return server.href;
}

function serve() {
  let panic = "";
  // Without this the engine's panics end the process with exit code 0 and no word.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      panic = message;
      log("ERROR", { message });
    },
    get: () => panic,
  };
  process.on("uncaughtException", (error) => {
    log("ERROR", { message: panic || String(error?.stack ?? error) });
    process.exit(panic ? 101 : 1);
  });
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  let loading;
  let printed = 0;

  async function answer({ id, method, params }) {
    loading ??= loadEngine();
    try {
      const { engine } = await loading;
      const call = method === "getDatabaseVersion" ? "version" : method;
      if (typeof engine[call] !== "function") throw new Error(`This schema engine does not know ${method}.`);
      const result = await engine[call](params);
      if (method !== "diff")
        return send({ id, result: result ?? (["dbExecute", "reset"].includes(method) ? null : {}) });
      // The native engine prints a difference through a call of its own.
      if (result.stdout) send({ id: `print-${++printed}`, method: "print", params: { content: result.stdout } });
      send({ id, result: { exitCode: result.exitCode, stdout: null } });
    } catch (error) {
      send({ id, error: await asRpcError(error, loading) });
    }
  }

  let last = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) last = last.then(() => answer(message));
  });
  lines.on("close", () => last.then(() => process.exit(0)));
}

async function asRpcError(error, loading) {
  const loaded = await loading.catch(() => undefined);
  const cause = loaded?.adapter.errorRegistry?.consumeError?.(error?.id ?? error?.meta?.id)?.error;
  const message = String(cause?.message ?? cause ?? error?.message ?? error);
  const data = { is_panic: false, message, meta: error?.meta ?? null, ...(error?.code && { error_code: error.code }) };
  return { code: 4466, message: "An error happened. Check the data field for details.", data };
}

async function loadEngine() {
  const { PrismaPg } = await import("@prisma/adapter-pg");
  const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = await import("@prisma/driver-adapter-utils");
  const { default: pg } = await import("pg");
  const runtime = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new WebAssembly.Module(fs.readFileSync(path.join(wasmFolder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": runtime });
  runtime.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  readInternalChars(pg);
  const options = connectionOptions();
  const factory = new PrismaPg(options, { schema: new URL(url).searchParams.get("schema") ?? undefined });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => forMigrations(await connect(), ColumnTypeEnum);
  factory.connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = new pg.Client(options);
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}"`);
    const shadow = forMigrations(await new PrismaPg({ ...options, database: name }).connect(), ColumnTypeEnum);
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.end();
    };
    return shadow;
  };
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const models = asked.datamodels.map((file) => [file, fs.readFileSync(file, "utf8")]);
  const engine = await runtime.SchemaEngine.new(
    { datamodels: models.length > 0 ? models : undefined },
    (message) => log("INFO", { message: String(message) }),
    adapter,
  );
  return { engine, adapter };
}

/** Parts, not one address: the shadow database differs in its name only, which an address would override. */
function connectionOptions() {
  const address = new URL(url);
  const ssl = address.searchParams.get("sslmode");
  return {
    host: address.searchParams.get("host") ?? address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    ssl: ssl && ssl !== "disable" ? { rejectUnauthorized: ssl === "verify-full" } : undefined,
  };
}

/** The adapter cannot read the catalogue's internal type "char" (18): it is handed out as text (25) and marked. */
function readInternalChars(pg) {
  const addFields = pg.Result.prototype.addFields;
  pg.Result.prototype.addFields = function (fields) {
    for (const field of fields.filter(({ dataTypeID }) => dataTypeID === 18)) {
      field.dataTypeID = 25;
      field.isChar = true;
    }
    return addFields.call(this, fields);
  };
}

function forMigrations(connection, ColumnTypeEnum) {
  // The adapter cuts scripts at each semicolon, also within $$ … $$: send the script whole.
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(connection)); // shared with transactions
  if (queryable.readsChars) return connection;
  queryable.readsChars = true;
  const queryRaw = queryable.queryRaw;
  queryable.queryRaw = async function (query) {
    let chars = [];
    const watched = Object.create(this);
    watched.performIO = async (inner) => {
      const result = await this.performIO(inner);
      chars = result.fields.flatMap((field, index) => (field.isChar ? [index] : []));
      return result;
    };
    const rows = await queryRaw.call(watched, query);
    for (const index of chars) rows.columnTypes[index] = ColumnTypeEnum.Character;
    return rows;
  };
  return connection;
}
