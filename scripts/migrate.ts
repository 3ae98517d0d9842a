/* `npm run db:migrate`: brings the database to this code's schema and ends. */
import { migrateDatabase } from "#app/platform/database/migrate.server.ts";
import { openDatabase } from "#app/platform/database/open.server.ts";

try {
  const database = await openDatabase((line) => console.log(line));
  try {
    const applied = await migrateDatabase(database.url);
    console.log(applied.length > 0 ? applied.join("\n") : "データベースは最新です (the database is up to date)");
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
