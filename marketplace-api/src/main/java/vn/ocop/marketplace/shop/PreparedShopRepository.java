package vn.ocop.marketplace.shop;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** SQL on shops that a post office, a community team or a province brings in, many in one statement. */
@Repository
class PreparedShopRepository {

    private static final String KNOWN = """
            select s.id, coalesce(p.phone, s.phone, '') as phone, p.shop_id is not null as prepared,
                   coalesce(p.person_name, i.representative, '') as person, p.mandate_id, coalesce(p.version, 0) as left_at,
                   s.version, s.status, s.name, s.legal_kind, s.street, s.commune_code, s.tax_code, s.story_vi
              from shop.shops s
              left join shop.prepared p on p.shop_id = s.id and p.place_kind = :kind and p.place_scope = :scope
              left join shop.identities i on i.shop_id = s.id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    PreparedShopRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private DatabaseClient.GenericExecuteSpec known(Memberships.Place place, String condition) {
        return database.sql(KNOWN + condition).bind("kind", place.kind().name()).bind("scope", place.scope());
    }

    /** Shops that the place put down for these numbers. */
    Flux<PreparedShop> prepared(Memberships.Place place, Collection<String> phones) {
        return known(place, """
                 where s.id in (select shop_id from shop.prepared
                                 where place_kind = :kind and place_scope = :scope and phone = any(:phones))
                """)
                .bind("phones", phones.toArray(String[]::new))
                .map(PreparedShopRepository::shop)
                .all();
    }

    /** Shops of a province that came by themselves and are called at these numbers, however they are written. */
    Flux<PreparedShop> calledAt(Memberships.Place province, Collection<String> phones) {
        return known(province, """
                 where s.province_code = :scope
                   and s.status <> 'CLOSED'
                   and p.shop_id is null
                   and s.phone = any(:phones)
                """)
                .bind(
                        "phones",
                        phones.stream().flatMap(PreparedShopRepository::written).toArray(String[]::new))
                .map(PreparedShopRepository::shop)
                .all();
    }

    private static Stream<String> written(String phone) {
        var national = PhoneNumbers.national(phone);
        return Stream.of(phone, national, national.replace(" ", ""));
    }

    /** All that the place has brought in; for a province every shop it has. */
    Flux<PreparedShop> all(Memberships.Place place, int most) {
        return known(place, """
                 where case when :kind = 'PROVINCE' then s.province_code = :scope and s.status <> 'CLOSED'
                            else p.shop_id is not null end
                 order by s.id
                 limit :most
                """)
                .bind("most", most)
                .map(PreparedShopRepository::shop)
                .all();
    }

    private static PreparedShop shop(Readable row) {
        var phone = Rows.get(row, "phone", String.class);
        return new PreparedShop(
                Rows.get(row, "id", UUID.class),
                PhoneNumbers.normalise(phone).orElse(phone),
                Rows.get(row, "prepared", Boolean.class),
                Rows.get(row, "person", String.class),
                row.get("mandate_id", UUID.class),
                Rows.get(row, "left_at", Long.class),
                Rows.get(row, "version", Long.class),
                Shop.Status.valueOf(Rows.get(row, "status", String.class)),
                Rows.get(row, "name", String.class),
                Shop.LegalKind.valueOf(Rows.get(row, "legal_kind", String.class)),
                Rows.get(row, "street", String.class),
                Rows.get(row, "commune_code", String.class),
                row.get("tax_code", String.class),
                Rows.get(row, "story_vi", String.class));
    }

    /** What is to be written of one shop, whole. */
    record Written(
            PreparedRow row,
            String slug,
            String name,
            Shop.LegalKind legalKind,
            String street,
            String communeCode,
            String provinceCode,
            @Nullable String taxCode,
            String story,
            String person,
            @Nullable UUID personId,
            @Nullable UUID mandate,
            @Nullable UUID shop,
            long seen) {}

    private static String[] texts(List<Written> shops, Function<Written, @Nullable String> text) {
        return shops.stream().map(text).toArray(String[]::new);
    }

    private static UUID[] ids(List<Written> shops, Function<Written, @Nullable UUID> id) {
        return shops.stream().map(id).toArray(UUID[]::new);
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, List<Written> shops) {
        return database.sql(sql)
                .bind("names", texts(shops, Written::name))
                .bind("folded", texts(shops, shop -> VietnameseText.fold(shop.name())))
                .bind("kinds", texts(shops, shop -> shop.legalKind().name()))
                .bind("streets", texts(shops, Written::street))
                .bind("communes", texts(shops, Written::communeCode))
                .bind("provinces", texts(shops, Written::provinceCode))
                .bind("taxes", texts(shops, Written::taxCode))
                .bind("stories", texts(shops, Written::story))
                .bind("persons", texts(shops, Written::person))
                .bind("mandates", ids(shops, Written::mandate));
    }

    /** New shops, with who put them down in their histories; by number. */
    Mono<Map<String, UUID>> insert(Memberships.Place place, List<Written> shops, UUID actor) {
        return bound("""
                with given as (
                    select *
                      from unnest(:slugs::text[], :phones::text[], :names::text[], :folded::text[], :kinds::text[],
                                  :streets::text[], :communes::text[], :provinces::text[], :taxes::text[],
                                  :stories::text[], :persons::text[], :people::uuid[], :mandates::uuid[])
                           as g (slug, phone, name, folded, kind, street, commune, province, tax, story, person,
                                 person_id, mandate)
                ), added as (
                    insert into shop.shops (slug, name, folded, legal_kind, status, street, commune_code, province_code,
                                            phone, tax_code, story_vi, joined_at)
                    select slug, name, folded, kind, 'APPLIED', street, commune, province, phone, tax, story, :now
                      from given
                    returning id, slug, version
                ), noted as (
                    insert into shop.prepared (shop_id, place_kind, place_scope, phone, person_name, person_id,
                                               mandate_id, version, prepared_by, prepared_at)
                    select a.id, :place, :scope, g.phone, g.person, g.person_id, g.mandate, a.version, :actor, :now
                      from added a
                      join given g on g.slug = a.slug
                ), told as (
                    insert into shop.decisions (shop_id, at, actor_id, kind, from_status, to_status)
                    select id, :now, :actor, 'prepared', 'APPLIED', 'APPLIED'
                      from added
                )
                select a.id, g.phone
                  from added a
                  join given g on g.slug = a.slug
                """, shops)
                .bind("slugs", texts(shops, Written::slug))
                .bind("phones", texts(shops, shop -> shop.row().phone()))
                .bind("people", ids(shops, Written::personId))
                .bind("place", place.kind().name())
                .bind("scope", place.scope())
                .bind("actor", actor)
                .bind("now", clock.instant())
                .map(row -> Map.entry(Rows.get(row, "phone", String.class), Rows.get(row, "id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Those that were still as they had been seen. */
    Flux<UUID> update(List<Written> shops) {
        return bound("""
                with given as (
                    select *
                      from unnest(:ids::uuid[], :seen::bigint[], :names::text[], :folded::text[], :kinds::text[],
                                  :streets::text[], :communes::text[], :provinces::text[], :taxes::text[],
                                  :stories::text[], :persons::text[], :mandates::uuid[])
                           as g (id, seen, name, folded, kind, street, commune, province, tax, story, person, mandate)
                ), changed as (
                    update shop.shops s
                       set name = g.name, folded = g.folded, legal_kind = g.kind, street = g.street,
                           commune_code = g.commune, province_code = g.province, tax_code = g.tax, story_vi = g.story,
                           version = s.version + 1
                      from given g
                     where s.id = g.id
                       and s.version = g.seen
                       and s.status = 'APPLIED'
                    returning s.id, s.version
                )
                update shop.prepared p
                   set version = c.version, person_name = g.person, mandate_id = g.mandate
                  from changed c
                  join given g on g.id = c.id
                 where p.shop_id = c.id
                returning p.shop_id
                """, shops)
                .bind("ids", ids(shops, Written::shop))
                .bind("seen", shops.stream().map(Written::seen).toArray(Long[]::new))
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .all();
    }

    /** The shop that waits for a household's mandate; it is the household's from now on. */
    Mono<UUID> claim(UUID mandate, UUID household) {
        return database.sql("""
                update shop.prepared
                   set person_id = :household
                 where mandate_id = :mandate
                returning shop_id
                """)
                .bind("household", household)
                .bind("mandate", mandate)
                .map(row -> Rows.get(row, "shop_id", UUID.class))
                .one();
    }
}
