package vn.ocop.marketplace.faults;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.ocop.marketplace.packaged.PackagedStack;

/** Changes listings as the application does: a new revision and a row in the change feed, in one transaction. */
final class Changes {

    private final PackagedStack stack;
    private final Random random;
    private final List<UUID> listings;

    Changes(PackagedStack stack, long seed) {
        this.stack = stack;
        this.random = new Random(seed);
        this.listings =
                stack.sql().ids("select id from listing.listings where status in ('ON_SALE', 'PAUSED') order by id");
    }

    /** One of twenty takes a listing off sale or puts it back. */
    void make(int many) {
        try (var connection = stack.sql().connect();
                var statement = connection.prepareStatement("""
                        with changed as (
                            update listing.listings
                               set revision = nextval('listing.revisions'), updated_at = now(),
                                   status = case when not ? then status when status = 'ON_SALE' then 'PAUSED' else 'ON_SALE' end
                             where id = ?
                            returning id)
                        insert into listing.index_changes (listing_id, created_at)
                        select id, now() from changed
                        """)) {
            for (int i = 0; i < many; i++) {
                statement.setBoolean(1, random.nextInt(20) == 0);
                statement.setObject(2, listings.get(random.nextInt(listings.size())));
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever was taken off sale here comes back. */
    void undo() {
        stack.sql().change("""
                with changed as (
                    update listing.listings
                       set revision = nextval('listing.revisions'), status = 'ON_SALE'
                     where status = 'PAUSED'
                    returning id)
                insert into listing.index_changes (listing_id, created_at)
                select id, now() from changed
                """);
    }
}
