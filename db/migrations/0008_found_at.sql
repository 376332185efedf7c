ALTER TABLE "document_sources" ADD COLUMN "found_at" TEXT;
