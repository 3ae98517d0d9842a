-- AlterEnum
ALTER TYPE "TimelineEvent" ADD VALUE 'MOVED';
