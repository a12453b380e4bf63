-- What a piece costs with an offer that asks nothing of the buyer; the same as the pricing engine reckons.
create function campaign.price_of_piece(kind text, value bigint, cap bigint, price bigint) returns bigint
    language sql immutable parallel safe as
$$
select price - least(coalesce(cap, price), greatest(0, least(price - 1000,
           case kind when 'PERCENT' then price * value / 10000
                     when 'AMOUNT' then value
                     when 'FIXED_PRICE' then price - value
                     else 0 end)))
$$;
