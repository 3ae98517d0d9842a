-- What was counted goes: the next start finds no figures, and counts them before it shows a page.
DELETE FROM "FigureCell";
DELETE FROM "PublicFigures";

-- AlterTable
ALTER TABLE "FigureCell" DROP CONSTRAINT "FigureCell_pkey",
DROP COLUMN "count",
DROP COLUMN "days",
DROP COLUMN "label",
DROP COLUMN "what",
ADD COLUMN     "counts" JSONB NOT NULL,
ADD CONSTRAINT "FigureCell_pkey" PRIMARY KEY ("month", "themeId", "deskId", "kind");
