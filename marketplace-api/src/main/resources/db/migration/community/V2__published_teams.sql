-- Teams by name, for those who say whom they brought.
create view community.published_teams as
select id, code, name, province_code, commune_code
  from community.teams;
