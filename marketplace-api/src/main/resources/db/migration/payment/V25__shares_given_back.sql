-- What of an offer's shares its funders had back with returned goods: settlement is what was confirmed without it.
alter table campaign.redemptions add column returned jsonb not null default '{}';

-- Books what each funder has back of one order on the offers it bore there, first come first served in the order of the
-- offers' ids and never more than it bore: so that what is left of all of them is to the đồng what the funder owes.
create function campaign.return_shares(purchase uuid, shop uuid, back jsonb) returns void language plpgsql as
$$
declare
    r record;
    s record;
    part bigint;
begin
    for r in
        select offer_id, shares, returned
          from campaign.redemptions
         where group_id = purchase
           and shop_id = shop
           and status <> 'RELEASED'
         order by offer_id
           for update
    loop
        for s in select key as funder, value::bigint as amount from jsonb_each_text(back) order by key loop
            part := least(s.amount, coalesce((r.shares ->> s.funder)::bigint, 0) - coalesce((r.returned ->> s.funder)::bigint, 0));
            if part > 0 then
                r.returned := r.returned || jsonb_build_object(s.funder, coalesce((r.returned ->> s.funder)::bigint, 0) + part);
                back := back || jsonb_build_object(s.funder, s.amount - part);
            end if;
        end loop;
        update campaign.redemptions
           set returned = r.returned
         where group_id = purchase
           and shop_id = shop
           and offer_id = r.offer_id
           and returned <> r.returned;
    end loop;
end
$$;
