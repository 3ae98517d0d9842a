// The generator needs no engine: naming any executable keeps Prisma from downloading its native one, which closed networks refuse.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema" });
