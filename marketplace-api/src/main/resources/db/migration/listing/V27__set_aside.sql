-- Pieces of the stock that are promised to whoever buys by an offer of few pieces, for as long as that offer runs: nobody
-- else is sold them. They are part of the stock; whoever knows when offers run keeps the number.
alter table listing.variants add column set_aside integer not null default 0 check (set_aside >= 0);
create index variants_set_aside on listing.variants (id) where set_aside > 0;
