import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type SourceFile = { path: string; text: string };

/** Every TypeScript file below the folders, relative to the project's root, without what is generated. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith("app/generated/"))
      .map((path) => ({ path, text: readFileSync(path, "utf8") })),
  );
}

export const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path);
