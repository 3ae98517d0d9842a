-- CreateTable
CREATE TABLE "FigureCell" (
    "month" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "deskId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "FigureCell_pkey" PRIMARY KEY ("month","what","label","themeId","deskId","kind","days")
);
