-- Which shops an organiser asked to take part in a campaign, and what they said. A shop that said yes proposes offers
-- there even where the campaign is not open to everyone.
create table campaign.invitations (
    campaign_id uuid        not null references campaign.campaigns (id),
    shop_id     uuid        not null,
    status      text        not null check (status in ('INVITED', 'ACCEPTED', 'DECLINED')),
    message     text        not null default '' check (length(message) <= 1000 and message is nfc normalized),
    invited_by  uuid        not null,
    invited_at  timestamptz not null,
    answered_by uuid,
    answered_at timestamptz,
    -- Why not, in the shop's words.
    reason      text check (length(reason) <= 500),
    primary key (campaign_id, shop_id),
    check ((status = 'INVITED') = (answered_at is null)),
    check ((answered_by is null) = (answered_at is null))
);
create index invitations_of_shop on campaign.invitations (shop_id, invited_at desc);
