-- What is on sale, as narrow as the database's own search needs it: one row to filter, sort and count by without reading
-- the wide rows it is made of. Kept in the transaction of the change itself, so it is never behind.
create table listing.search_rows (
    listing_id    uuid primary key,
    shop_id       uuid     not null,
    category_code text     not null,
    category_path text[]   not null,
    province_code text     not null,
    commune_code  text     not null,
    price         bigint   not null,
    in_stock      boolean  not null,
    stars         smallint,
    stars_from    date,
    stars_to      date,
    sold_count    bigint   not null,
    -- Milliseconds, as page marks carry them.
    published_at  bigint   not null,
    -- How much the listing deserves to come first, in millionths, so that page marks carry it exactly.
    rank          bigint   not null,
    words         tsvector not null
) with (fillfactor = 85);

create index search_rows_words on listing.search_rows using gin (words);
create index search_rows_category on listing.search_rows using gin (category_path);
create index search_rows_by_rank on listing.search_rows (rank desc, listing_id);
create index search_rows_by_price on listing.search_rows (price, listing_id);
create index search_rows_by_price_down on listing.search_rows (price desc, listing_id);
create index search_rows_by_date on listing.search_rows (published_at desc, listing_id);
create index search_rows_by_sales on listing.search_rows (sold_count desc, listing_id);
create index search_rows_of_province on listing.search_rows (province_code, rank desc, listing_id);
create index search_rows_of_set on listing.search_rows (category_code, rank desc, listing_id);
-- What is dear or cheap is so by kind: within one, the cheapest must be found without reading all that is cheap.
create index search_rows_of_set_by_price on listing.search_rows (category_code, price, listing_id);
create index search_rows_of_set_by_price_down on listing.search_rows (category_code, price desc, listing_id);
create index search_rows_of_commune on listing.search_rows (commune_code, rank desc, listing_id);
create index search_rows_of_shop on listing.search_rows (shop_id, rank desc, listing_id);
-- How many listings have a word or a category decides how to look for them; there are thousands of words.
alter table listing.search_rows alter column words set statistics 1000;

-- Every folded word of a catalogue once, to find what a mistyped word may have meant.
create table listing.search_words (
    word text primary key
);
create index search_words_similar on listing.search_words using gin (word gin_trgm_ops);

-- Words, pairs of neighbours joined by a plus, and codes of categories and places behind a sign: most Vietnamese words are
-- two syllables, and pairs are rare enough to look for. Whole words in place of trigrams of the text, since "ca" or "tra"
-- have next to no trigrams of their own.
create function listing.words_of(folded text, category_path text[], places text[]) returns tsvector
    language sql immutable parallel safe as
$$
select coalesce(array_to_tsvector(array_agg(distinct lexeme)), ''::tsvector)
  from (select word as lexeme
          from unnest(string_to_array(folded, ' ')) as w (word)
         where word <> ''
        union all
        select word || '+' || lead(word) over (order by position)
          from unnest(string_to_array(folded, ' ')) with ordinality as w (word, position)
         where word <> ''
        union all
        select '@' || code from unnest(category_path) as c (code)
        union all
        select '#' || code from unnest(places) as p (code)) lexemes
 where lexeme is not null
$$;

-- Brings the rows of some listings up to date. Locks first: each statement here sees what was committed before it began.
create function listing.refresh_search_rows(changed uuid[]) returns void
    language plpgsql as
$$
begin
    perform 1 from listing.search_rows where listing_id = any (changed) order by listing_id for update;

    delete from listing.search_rows r
     where r.listing_id = any (changed)
       and not exists (select 1 from listing.published_cards c where c.id = r.listing_id and c.on_sale);

    with fresh as materialized (
        insert into listing.search_rows as r
        select c.id, c.shop_id, c.category_code, c.category_path, c.province_code, c.commune_code, c.price, c.in_stock, c.stars,
               c.stars_from, c.stars_to, c.sold_count, floor(extract(epoch from c.published_at) * 1000)::bigint,
               round((c.in_stock::integer + log(1 + c.sold_count) / 20) * 1000000)::bigint,
               listing.words_of(c.folded, c.category_path, array[c.province_code, c.commune_code])
          from listing.published_cards c
         where c.id = any (changed)
           and c.on_sale
           and c.category_path is not null
         order by c.id
        on conflict (listing_id) do update
           set (shop_id, category_code, category_path, province_code, commune_code, price, in_stock, stars, stars_from, stars_to,
                sold_count, published_at, rank, words) =
               (excluded.shop_id, excluded.category_code, excluded.category_path, excluded.province_code,
                excluded.commune_code, excluded.price, excluded.in_stock, excluded.stars, excluded.stars_from,
                excluded.stars_to, excluded.sold_count, excluded.published_at, excluded.rank, excluded.words)
         where r.* is distinct from excluded.*
        returning r.words
    )
    insert into listing.search_words (word)
    select distinct lexeme
      from fresh, unnest(tsvector_to_array(fresh.words)) as lexeme
     where lexeme !~ '[+@#]'
       and not exists (select 1 from listing.search_words w where w.word = lexeme)
     order by lexeme
    on conflict do nothing;
end
$$;

-- Whatever tells the indexer tells the plain search.
create function listing.follow_index_changes() returns trigger
    language plpgsql as
$$
begin
    perform listing.refresh_search_rows(array(select distinct listing_id from changes));
    return null;
end
$$;
create trigger follow_index_changes
    after insert on listing.index_changes
    referencing new table as changes
    for each statement execute function listing.follow_index_changes();

-- Fills in what is not there yet, in short transactions.
create procedure listing.fill_search_rows(batch integer)
    language plpgsql as
$$
declare
    after_id uuid := '00000000-0000-0000-0000-000000000000';
    piece    uuid[];
begin
    loop
        piece := array(select id from listing.listings where id > after_id order by id limit batch);
        exit when cardinality(piece) = 0;
        perform listing.refresh_search_rows(piece);
        after_id := piece[cardinality(piece)];
        commit;
    end loop;
end
$$;

-- Only the plain search used it.
drop index listing.listings_folded;
