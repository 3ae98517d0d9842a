import { listReadings } from "#app/domain/furigana/queries/list-readings.server.ts";

/** The city's words as they are spoken, for the read-aloud of pages; fetched when somebody presses it. */
export async function loader() {
  return Response.json(await listReadings(), {
    headers: { "Cache-Control": "public, max-age=0, must-revalidate" },
  });
}
