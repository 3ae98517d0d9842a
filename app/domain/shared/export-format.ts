import { z } from "zod";

/** As what a list can be taken away. */
export const exportFormats = ["csv", "xlsx"] as const;

export type ExportFormat = (typeof exportFormats)[number];

export const exportFormatSchema = z.enum(exportFormats).catch("csv");
