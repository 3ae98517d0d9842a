/**
 * A sample as somebody would have typed it into the form: so that it passes the very checks people's input passes, and is stored the same way.
 * Only texts count; what a sample does not say is a field left empty.
 */
export function typedFields(sample: object): Record<string, string> {
  const typed = Object.entries(sample).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { ...Object.fromEntries(typed), consent: "on" };
}
