package vn.ocop.marketplace.shop;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.SecretBox;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** SQL on shops as their people and their province see them. Numbers are sealed on the way in and stay so. */
@Repository
class ShopFileRepository {

    private static final int SHOWN_END = 4;

    private static final String SELECT = """
            select s.id, s.slug, s.name, s.legal_kind, s.status, s.story_vi, s.story_en, s.street, s.commune_code,
                   s.province_code, s.phone, s.tax_code, s.return_street, s.return_commune_code, s.open_days,
                   s.terms_version, s.submitted_at, s.reason, s.version,
                   coalesce(s.submitted_at, s.joined_at) as since,
                   i.representative, i.document_kind, i.number_end as identity_end, i.state, i.method,
                   b.bank_bin, b.number_end as bank_end, b.holder,
                   r.reason as restriction_reason, r.legal_order, r.announced_at, r.effective_at, r.answer, r.heard_at,
                   (select json_agg(json_build_object('firstDay', h.first_day, 'lastDay', h.last_day,
                                                      'takesOrders', h.takes_orders, 'note', h.note) order by h.first_day)
                      from shop.holidays h
                     where h.shop_id = s.id)::text as holidays,
                   (select json_agg(json_build_object('at', d.at, 'kind', d.kind, 'fromStatus', d.from_status,
                                                      'toStatus', d.to_status, 'reason', d.reason, 'actorId', d.actor_id)
                                    order by d.id desc)
                      from shop.decisions d
                     where d.shop_id = s.id)::text as history
              from shop.shops s
              left join shop.identities i on i.shop_id = s.id
              left join shop.bank_accounts b on b.shop_id = s.id
              left join shop.restrictions r on r.shop_id = s.id and r.lifted_at is null
            """;

    private final DatabaseClient database;
    private final SecretBox secrets;
    private final JsonMapper json;
    private final Clock clock;

    ShopFileRepository(DatabaseClient database, SecretBox secrets, JsonMapper json, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /** A shop in a queue, with since when it is there. */
    record Waiting(ShopFile shop, Instant since) {}

    Mono<ShopFile> find(UUID id) {
        return database.sql(SELECT + " where s.id = :id")
                .bind("id", id)
                .map(this::file)
                .one();
    }

    /** Who has waited longest comes first; a text is part of the name without marks. */
    Flux<Waiting> inProvince(String province, Wanted wanted, @Nullable Cursor after, int rows) {
        var text = wanted.text() == null || wanted.text().isBlank()
                ? null
                : VietnameseText.fold(wanted.text()).replaceAll("([%_\\\\])", "\\\\$1");
        return database.sql(SELECT + """
                 where s.province_code = :province
                   and (:answered or s.status = :status)
                   and (not :answered or (r.answer is not null and r.heard_at is null))
                   and (:text::text is null or coalesce(nullif(s.folded, ''), lower(s.name)) like '%' || :text || '%')
                   and (not :restricted or r.id is not null)
                   and (:at::timestamptz is null
                        or (coalesce(s.submitted_at, s.joined_at), s.id) > (:at, :after::uuid))
                 order by coalesce(s.submitted_at, s.joined_at), s.id
                 limit :rows
                """)
                .bind("province", province)
                .bind("status", wanted.status().name())
                .bind("text", Parameter.fromOrEmpty(text, String.class))
                .bind("restricted", wanted.restricted())
                .bind("answered", wanted.answered())
                .bind("at", Parameter.fromOrEmpty(after == null ? null : after.at(), Instant.class))
                .bind("after", Parameter.fromOrEmpty(after == null ? null : after.id(), UUID.class))
                .bind("rows", rows)
                .map(row -> new Waiting(file(row), Rows.get(row, "since", Instant.class)))
                .all();
    }

    /** Which shops: in one state, with a name like this, with a suspension announced; or those that answered to one. */
    record Wanted(Shop.Status status, @Nullable String text, boolean restricted, boolean answered) {}

    /** How many shops of a province are in each state, with {@code RESTRICTED} and {@code ANSWERED} beside. */
    Mono<Map<String, Long>> counts(String province) {
        return database.sql("""
                select s.status as name, count(*) as number
                  from shop.shops s
                 where s.province_code = :province
                 group by s.status
                union all
                select 'RESTRICTED', count(*)
                  from shop.shops s
                  join shop.restrictions r on r.shop_id = s.id and r.lifted_at is null
                 where s.province_code = :province
                   and s.status = 'OPEN'
                union all
                select 'ANSWERED', count(*)
                  from shop.shops s
                  join shop.restrictions r on r.shop_id = s.id and r.lifted_at is null
                 where s.province_code = :province
                   and s.status in ('OPEN', 'SUSPENDED')
                   and r.answer is not null
                   and r.heard_at is null
                """)
                .bind("province", province)
                .map(row -> Map.entry(Rows.get(row, "name", String.class), Rows.get(row, "number", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    /** A new application. */
    record Application(String name, Shop.LegalKind legalKind, String street, String communeCode, String provinceCode) {}

    Mono<UUID> insert(Application shop, String slug) {
        return database.sql("""
                insert into shop.shops (slug, name, folded, legal_kind, status, street, commune_code, province_code,
                                        joined_at)
                values (:slug, :name, :folded, :kind, 'APPLIED', :street, :commune, :province, :now)
                returning id
                """)
                .bind("slug", slug)
                .bind("name", shop.name())
                .bind("folded", VietnameseText.fold(shop.name()))
                .bind("kind", shop.legalKind().name())
                .bind("street", shop.street())
                .bind("commune", shop.communeCode())
                .bind("province", shop.provinceCode())
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    /** False if the shop has moved on. A province is null unless the commune changes. */
    Mono<Boolean> update(ShopFile before, ShopProfile change, @Nullable String province) {
        return text(database.sql("""
                update shop.shops
                   set name = coalesce(:name, name), legal_kind = coalesce(:kind, legal_kind),
                       story_vi = coalesce(:story, story_vi), story_en = coalesce(:storyEn, story_en),
                       street = coalesce(:street, street), commune_code = coalesce(:commune, commune_code),
                       province_code = coalesce(:province, province_code), phone = coalesce(:phone, phone),
                       tax_code = coalesce(:tax, tax_code), return_street = coalesce(:returnStreet, return_street),
                       return_commune_code = coalesce(:returnCommune, return_commune_code),
                       open_days = coalesce(:openDays, open_days),
                       terms_version = coalesce(:terms, terms_version),
                       folded = coalesce(:folded, folded),
                       version = version + 1
                 where id = :id
                   and version = :version
                """), "name", change.name())
                .bind(
                        "kind",
                        Parameter.fromOrEmpty(
                                change.legalKind() == null
                                        ? null
                                        : change.legalKind().name(),
                                String.class))
                .bind("story", Parameter.fromOrEmpty(change.story(), String.class))
                .bind("storyEn", Parameter.fromOrEmpty(change.storyEn(), String.class))
                .bind("street", Parameter.fromOrEmpty(change.street(), String.class))
                .bind("commune", Parameter.fromOrEmpty(change.communeCode(), String.class))
                .bind("province", Parameter.fromOrEmpty(province, String.class))
                .bind("phone", Parameter.fromOrEmpty(change.phone(), String.class))
                .bind("tax", Parameter.fromOrEmpty(change.taxCode(), String.class))
                .bind("returnStreet", Parameter.fromOrEmpty(change.returnStreet(), String.class))
                .bind("returnCommune", Parameter.fromOrEmpty(change.returnCommuneCode(), String.class))
                .bind("openDays", Parameter.fromOrEmpty(change.openDays(), Integer.class))
                .bind("terms", Parameter.fromOrEmpty(change.termsVersion(), String.class))
                .bind(
                        "folded",
                        Parameter.fromOrEmpty(
                                change.name() == null ? null : VietnameseText.fold(change.name()), String.class))
                .bind("id", before.id())
                .bind("version", before.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static DatabaseClient.GenericExecuteSpec text(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return statement.bind(name, Parameter.fromOrEmpty(value, String.class));
    }

    /**
     * A new document is verified anew: by an officer, or at once when an identity provider vouches for whoever gives
     * it.
     */
    Mono<Void> saveIdentity(UUID shop, ShopProfile.Identity identity, UUID giver, boolean vouchedFor) {
        return database.sql("""
                insert into shop.identities (shop_id, representative, document_kind, number_sealed, number_end, state,
                                             method, given_by, verified_at, updated_at)
                values (:shop, :representative, :kind, :sealed, :end, :state, :method, :giver,
                        case when :vouched then :now::timestamptz end, :now)
                on conflict (shop_id) do update
                   set representative = excluded.representative, document_kind = excluded.document_kind,
                       number_sealed = excluded.number_sealed, number_end = excluded.number_end,
                       state = excluded.state, method = excluded.method, given_by = excluded.given_by,
                       verified_by = null, verified_at = excluded.verified_at, updated_at = excluded.updated_at
                """)
                .bind("state", vouchedFor ? "VERIFIED" : "SUBMITTED")
                .bind("method", vouchedFor ? "ELECTRONIC" : "MANUAL")
                .bind("giver", giver)
                .bind("vouched", vouchedFor)
                .bind("shop", shop)
                .bind("representative", identity.representative())
                .bind("kind", identity.documentKind().name())
                .bind("sealed", secrets.seal(identity.number()))
                .bind("end", end(identity.number()))
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> saveBank(UUID shop, ShopProfile.BankAccount bank) {
        return database.sql("""
                insert into shop.bank_accounts (shop_id, bank_bin, number_sealed, number_end, holder, updated_at)
                values (:shop, :bin, :sealed, :end, :holder, :now)
                on conflict (shop_id) do update
                   set bank_bin = :bin, number_sealed = :sealed, number_end = :end, holder = :holder, updated_at = :now
                """)
                .bind("shop", shop)
                .bind("bin", bank.bankBin())
                .bind("sealed", secrets.seal(bank.number()))
                .bind("end", end(bank.number()))
                .bind("holder", bank.holder())
                .bind("now", clock.instant())
                .then();
    }

    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN_END));
    }

    Mono<Void> replaceHolidays(UUID shop, List<ShopFile.Holiday> holidays) {
        var remove = database.sql("delete from shop.holidays where shop_id = :shop")
                .bind("shop", shop)
                .then();
        return remove.then(database.sql("""
                insert into shop.holidays (shop_id, first_day, last_day, takes_orders, note)
                select :shop, h.first_day, h.last_day, h.takes_orders, h.note
                  from unnest(:first::date[], :last::date[], :takes::boolean[], :notes::text[])
                       as h (first_day, last_day, takes_orders, note)
                """)
                .bind("shop", shop)
                .bind("first", holidays.stream().map(ShopFile.Holiday::firstDay).toArray(LocalDate[]::new))
                .bind("last", holidays.stream().map(ShopFile.Holiday::lastDay).toArray(LocalDate[]::new))
                .bind(
                        "takes",
                        holidays.stream().map(ShopFile.Holiday::takesOrders).toArray(Boolean[]::new))
                .bind("notes", holidays.stream().map(ShopFile.Holiday::note).toArray(String[]::new))
                .then());
    }

    /** Where a shop goes, and why; empty if it has moved on. */
    record Move(
            ShopFile before,
            Shop.Status to,
            String kind,
            String reason,
            @Nullable UUID actor) {}

    Mono<Boolean> move(Move move) {
        return database.sql("""
                with moved as (
                    update shop.shops
                       set status = :to,
                           -- What was said of a suspension that stands is not why it stands.
                           reason = case when :kind = 'upheld' then reason else nullif(:reason, '') end,
                           submitted_at = case when :to = 'UNDER_REVIEW' then :now else submitted_at end,
                           joined_at = case when :to = 'OPEN' and status = 'UNDER_REVIEW' then :now else joined_at end,
                           version = version + 1
                     where id = :id
                       and version = :version
                    returning id
                )
                insert into shop.decisions (shop_id, at, actor_id, kind, from_status, to_status, reason)
                select id, :now, :actor, :kind, :from, :to, :reason from moved
                """)
                .bind("to", move.to().name())
                .bind("from", move.before().status().name())
                .bind("reason", move.reason())
                .bind("kind", move.kind())
                .bind("actor", Parameter.fromOrEmpty(move.actor(), UUID.class))
                .bind("now", clock.instant())
                .bind("id", move.before().id())
                .bind("version", move.before().version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The identity was looked at together with the rest of the application. */
    Mono<Void> judgeIdentity(UUID shop, boolean verified, UUID officer) {
        return database.sql("""
                update shop.identities
                   set state = :state, verified_by = :officer,
                       verified_at = case when :verified then :now::timestamptz end
                 where shop_id = :shop
                   and state <> 'VERIFIED'
                """)
                .bind("state", verified ? "VERIFIED" : "REFUSED")
                .bind("verified", verified)
                .bind("officer", officer)
                .bind("now", clock.instant())
                .bind("shop", shop)
                .then();
    }

    Mono<Void> restrict(UUID shop, ShopVerdict verdict, Instant now, Instant effectiveAt, UUID officer) {
        return database.sql("""
                insert into shop.restrictions (shop_id, reason, legal_order, announced_by, announced_at, effective_at,
                                               applied_at)
                values (:shop, :reason, nullif(:order, ''), :officer, :now, :effective,
                        case when :effective <= :now then :now end)
                """)
                .bind("shop", shop)
                .bind("reason", verdict.reason())
                .bind("order", verdict.legalOrder() == null ? "" : verdict.legalOrder())
                .bind("officer", officer)
                .bind("now", now)
                .bind("effective", effectiveAt)
                .then();
    }

    /** What its people say to the suspension, if the shop is as it was seen; the reason it was given stays. */
    Mono<Boolean> answer(ShopFile seen, String answer, UUID actor) {
        return database.sql("""
                with moved as (
                    update shop.shops
                       set version = version + 1
                     where id = :id
                       and version = :version
                    returning id, status
                ), answered as (
                    update shop.restrictions r
                       set answer = :answer, answered_at = :now
                      from moved m
                     where r.shop_id = m.id
                       and r.lifted_at is null
                )
                insert into shop.decisions (shop_id, at, actor_id, kind, from_status, to_status, reason)
                select id, :now, :actor, 'answered', status, status, :answer from moved
                """)
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("answer", answer)
                .bind("actor", actor)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> uphold(UUID shop) {
        return database.sql("update shop.restrictions set heard_at = :now where shop_id = :shop and lifted_at is null")
                .bind("shop", shop)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> lift(UUID shop) {
        return database.sql("update shop.restrictions set lifted_at = :now where shop_id = :shop and lifted_at is null")
                .bind("now", clock.instant())
                .bind("shop", shop)
                .then();
    }

    /** Shops whose notice has run, locked so that two copies do not apply one twice. */
    Flux<UUID> dueRestrictions(int limit) {
        return database.sql("""
                update shop.restrictions
                   set applied_at = :now
                 where id in (select id
                                from shop.restrictions
                               where applied_at is null
                                 and lifted_at is null
                                 and effective_at <= :now
                               order by effective_at
                               limit :limit
                                 for update skip locked)
                returning shop_id
                """)
                .bind("now", clock.instant())
                .bind("limit", limit)
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .all();
    }

    /** Whether the law wants sellers verified electronically today. */
    Mono<Boolean> electronicIdentity() {
        return duty("ELECTRONIC_IDENTITY", BusinessTime.today(clock))
                .map(amount -> amount > 0)
                .defaultIfEmpty(false);
    }

    /** The amount a duty asks for on a day. */
    Mono<Integer> duty(String rule, LocalDate day) {
        return database.sql("""
                select amount
                  from shop.duty_rules
                 where rule = :rule
                   and valid_from <= :day
                 order by valid_from desc
                 limit 1
                """)
                .bind("rule", rule)
                .bind("day", day)
                .map(row -> Rows.get(row, "amount", Integer.class))
                .one();
    }

    private ShopFile file(Readable row) {
        return new ShopFile(
                Rows.get(row, "id", UUID.class),
                text(row, "slug"),
                text(row, "name"),
                Shop.LegalKind.valueOf(text(row, "legal_kind")),
                Shop.Status.valueOf(text(row, "status")),
                new LocalizedText(text(row, "story_vi"), text(row, "story_en")),
                text(row, "street"),
                text(row, "commune_code"),
                text(row, "province_code"),
                row.get("phone", String.class),
                row.get("tax_code", String.class),
                row.get("return_street", String.class),
                row.get("return_commune_code", String.class),
                Rows.get(row, "open_days", Integer.class),
                row.get("terms_version", String.class),
                row.get("submitted_at", Instant.class),
                row.get("reason", String.class),
                identity(row),
                bank(row),
                restriction(row),
                list(row.get("holidays", String.class), ShopFile.Holiday[].class),
                list(row.get("history", String.class), ShopFile.Event[].class),
                Rows.get(row, "version", Long.class));
    }

    private static ShopFile.@Nullable Identity identity(Readable row) {
        var representative = row.get("representative", String.class);
        return representative == null
                ? null
                : new ShopFile.Identity(
                        representative,
                        ShopFile.Identity.DocumentKind.valueOf(text(row, "document_kind")),
                        masked(text(row, "identity_end")),
                        ShopFile.Identity.State.valueOf(text(row, "state")),
                        ShopFile.Identity.Method.valueOf(text(row, "method")));
    }

    private static ShopFile.@Nullable BankAccount bank(Readable row) {
        var bin = row.get("bank_bin", String.class);
        return bin == null ? null : new ShopFile.BankAccount(bin, masked(text(row, "bank_end")), text(row, "holder"));
    }

    private static String masked(String end) {
        return "••••" + end;
    }

    private static ShopFile.@Nullable Restriction restriction(Readable row) {
        var reason = row.get("restriction_reason", String.class);
        return reason == null
                ? null
                : new ShopFile.Restriction(
                        reason,
                        row.get("legal_order", String.class),
                        Rows.get(row, "announced_at", Instant.class),
                        Rows.get(row, "effective_at", Instant.class),
                        row.get("answer", String.class),
                        row.get("heard_at", Instant.class));
    }

    private <T> List<T> list(@Nullable String rows, Class<T[]> type) {
        return rows == null ? List.of() : Arrays.asList(json.readValue(rows, type));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
