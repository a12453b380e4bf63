-- Which listings were bought in one purchase, and in how many; counted anew by the orders' own job.
create table search.bought_together (
    listing_id uuid not null,
    other_id   uuid not null,
    purchases  int  not null check (purchases > 0),
    primary key (listing_id, other_id),
    check (listing_id <> other_id)
);
