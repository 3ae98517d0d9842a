import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { newPool } from "./pool.server.ts";

/**
 * Prisma's driver splits a script at every semicolon and runs the pieces on whichever connections are free, which breaks
 * function bodies and leaves half a migration behind. Sent whole, PostgreSQL runs it as one transaction.
 */
class WholeScriptDriver extends PrismaPg {
  /** why the last script failed, in PostgreSQL's words; the engine passes on a number only */
  failure: Error | undefined;

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure = error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    };
    return adapter;
  }
}

let loading: Promise<typeof SchemaEngine> | undefined;

/** Once per process: its bindings keep the running program in a module variable, and a second one would pull it away. */
function loadProgram(): Promise<typeof SchemaEngine> {
  loading ??= (async () => {
    // Its entry point imports the .wasm file as a module, which Node still calls experimental; so it is put together here.
    const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const besideBindings = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const program = await readFile(join(dirname(besideBindings), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(program, {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    const { __wbg_set_wasm: setProgram } = bindings as unknown as {
      __wbg_set_wasm(exports: WebAssembly.Exports): void;
    };
    setProgram(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return bindings.SchemaEngine;
  })();
  return loading;
}

/**
 * Lends out Prisma's schema engine in WebAssembly, talking to `url` through the `pg` driver: the native one is a download
 * that closed networks refuse. It connects at once, and every connection is closed when `work` is done. Loading takes
 * about a tenth of a second, so only ask for it when there is something to do.
 *
 * @throws what `work` throws; for a failed SQL script, PostgreSQL's own error.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const program = await loadProgram();
  const pool = newPool(url, 2);
  const driver = new WholeScriptDriver(pool);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(driver);
    const engine = await program.new({ datamodels: undefined }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw driver.failure ?? error;
  } finally {
    await pool.end();
  }
}
