-- AlterTable
ALTER TABLE "Desk" ADD COLUMN     "successorId" UUID,
ADD COLUMN     "validFrom" DATE,
ADD COLUMN     "validUntil" DATE;

-- AddForeignKey
ALTER TABLE "Desk" ADD CONSTRAINT "Desk_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
