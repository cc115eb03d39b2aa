import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Only `prisma migrate` connects, by hand and as the owner; generating a client does not.
  datasource: { url: process.env.DATABASE_OWNER_URL ?? "postgresql://nobody@127.0.0.1:1/none" },
});
