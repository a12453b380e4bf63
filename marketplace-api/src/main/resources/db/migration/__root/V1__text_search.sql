-- Trigram matching serves the database's own plain search, used while the search engine is away.
create extension if not exists pg_trgm;
