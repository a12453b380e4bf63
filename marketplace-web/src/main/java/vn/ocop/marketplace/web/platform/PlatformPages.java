package vn.ocop.marketplace.web.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.province.AuditPage;
import vn.ocop.marketplace.web.selling.Words;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** What the pages of this desk show. */
public final class PlatformPages {

    private PlatformPages() {}

    /** The provinces, each leading to its floor. */
    public record Floors(Head head, List<Place> provinces) {}

    /** A floor as it is edited. */
    public record EditedFloor(
            String code,
            Words headline,
            Words intro,
            @Nullable Brand brand,
            @Nullable Picture banner,
            @Nullable List<String> hosts,
            @Nullable List<String> portals,
            long version) {

        /** The two colours a province may choose. */
        public record Brand(String leaf, String lacquer) {}

        public String portalLines() {
            return portals == null ? "" : String.join("\n", portals);
        }

        public String hostLines() {
            return hosts == null ? "" : String.join("\n", hosts);
        }
    }

    /** The form of one floor; what was typed and refused stands in it again. */
    public record FloorForm(
            Head head,
            String name,
            EditedFloor floor,
            Form form,
            boolean saved,
            @Nullable ApiProblem refusal) {

        public String value(String field, String kept) {
            return form.fields().containsKey(field) ? form.longText(field) : kept;
        }

        public @Nullable String errorOf(String field) {
            return refusal == null ? null : refusal.errorOf(field);
        }

        public @Nullable String hostError() {
            return lineError("hosts");
        }

        public @Nullable String portalError() {
            return lineError("portals");
        }

        private @Nullable String lineError(String field) {
            return refusal == null
                    ? null
                    : refusal.errors().stream()
                            .filter(error -> error.field().startsWith(field))
                            .map(ApiProblem.FieldError::message)
                            .findFirst()
                            .orElse(null);
        }
    }

    /** A category with what its listings must tell. */
    public record Category(
            String code,
            String name,
            @Nullable List<String> requiredAttributes,
            @Nullable List<Category> children) {

        public boolean requires(String attribute) {
            return requiredAttributes != null && requiredAttributes.contains(attribute);
        }

        public List<Category> below() {
            return children == null ? List.of() : children;
        }
    }

    /** A list of them. */
    public record Tree(List<Category> items) {}

    /** Groups with their sets, one of them open. */
    public record Categories(
            Head head,
            List<Category> sectors,
            @Nullable Category chosen,
            boolean saved,
            @Nullable ApiProblem refusal) {}

    /** Somebody as administrators see them. */
    public record Found(
            String id,
            String name,
            String contact,
            Instant since,
            @Nullable Instant lastSeenAt,
            boolean secondFactor,
            @Nullable Instant lockedAt,
            @Nullable String lockReason,
            List<String> works) {}

    /** A list of them. */
    public record FoundList(List<Found> items) {}

    /** Who was found; null before anything was asked. */
    public record People(
            Head head,
            String typed,
            @Nullable List<Found> items,
            @Nullable String said,
            @Nullable ApiProblem refusal) {}

    /** The whole log. */
    public record Log(
            Head head,
            String action,
            String subject,
            List<AuditPage.Entry> items,
            @Nullable String next) {

        public @Nullable String nextPath() {
            return next == null ? null : "/quan-tri/nhat-ky?viec=" + action + "&ma=" + subject + "&after=" + next;
        }
    }

    /** A scheduled job as the API tells of it. */
    public record Job(
            String name,
            long everySeconds,
            @Nullable Instant lastSuccessAt,
            @Nullable String lastError,
            boolean late) {}

    /** What runs by itself, and whether it does. */
    public record Jobs(Head head, List<Job> items) {

        public long late() {
            return items.stream().filter(Job::late).count();
        }

        /** In the largest unit that is whole. */
        public String every(Visit visit, Job job) {
            long seconds = job.everySeconds();
            return seconds % 3600 == 0
                    ? visit.n("platform.jobs.hours", seconds / 3600)
                    : seconds % 60 == 0
                            ? visit.n("platform.jobs.minutes", seconds / 60)
                            : visit.n("platform.jobs.seconds", seconds);
        }
    }
}
