-- Content is loaded from the program and from a folder; each piece says where it came from last.
ALTER TABLE bundled_content RENAME TO loaded_content;
ALTER TABLE loaded_content RENAME CONSTRAINT bundled_content_pk TO loaded_content_pk;
ALTER TABLE loaded_content ADD COLUMN source text NOT NULL DEFAULT 'program';
ALTER TABLE loaded_content ALTER COLUMN source DROP DEFAULT;
