import type { RouteEntry } from "#app/routes/table.ts";

/** The route of an address without language prefix, as written in its table; undefined when there is none. */
export function routeOf(table: RouteEntry[], address: string): string | undefined {
  const parts = (address.split("?", 1)[0] ?? "").split("/").filter((part) => part !== "");
  const fits = (pattern: string) => {
    const wanted = pattern.split("/").filter((part) => part !== "");
    return (
      wanted.length === parts.length && wanted.every((part, place) => part.startsWith(":") || part === parts[place])
    );
  };
  // a route with fewer parameters is the nearer one: /desk/staff/invite before /desk/staff/:id
  const parameters = ({ path }: RouteEntry) => path.split(":").length;
  return table.filter(({ path }) => fits(path)).sort((one, other) => parameters(one) - parameters(other))[0]?.path;
}
