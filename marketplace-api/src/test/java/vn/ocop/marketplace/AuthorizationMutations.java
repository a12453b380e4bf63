package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;

/**
 * Shows that the authorization matrix would notice if any one check of a permission were missing. Every place in the
 * code that asks a {@link Caller} is found by watching the matrix run; then each is made to say yes, one at a time, and
 * some call that the matrix wants refused has to get through.
 *
 * <p>Takes minutes, so it runs only when it is asked for: {@code ./mvnw -pl marketplace-api -am verify
 * -Dit.test=AuthorizationMutations -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AuthorizationMutations implements LocalApi {

    /**
     * Places that ask a caller something without deciding alone whether somebody gets in: whose yes changes what is
     * done or recorded, or who are refused by another check of the same call as well. Each with the reason.
     */
    private static final Map<String, String> NOT_ALONE = Map.of(
            "account.Memberships.lambda$mustHave$",
            "that nobody hands out more than they have comes after the check of who deals with staff; StaffIT shows it");

    @Autowired
    DatabaseClient database;

    /** A call the matrix wants refused, made anew each time so that what an earlier one did is not in the way. */
    private record Refused(String endpoint, AuthorizationMatrixIT.Rule.At rule, AuthorizationMatrixIT.Role role) {}

    /** Watches who asks, and says yes for one of them. */
    public static final class Watch {

        private static final StackWalker STACK = StackWalker.getInstance();
        private static final Set<String> ASKED = new ConcurrentSkipListSet<>();
        private static volatile @Nullable String mutated;

        private Watch() {}

        /** Called at the end of every question to a caller. */
        public static boolean answer(boolean allowed) {
            var place = STACK.walk(frames -> frames.filter(
                            frame -> !frame.getClassName().startsWith(Caller.class.getName())
                                    && !frame.getClassName().equals(Watch.class.getName()))
                    .findFirst()
                    .map(frame -> frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
                    .orElse(""));
            ASKED.add(place);
            return allowed || place.equals(mutated);
        }
    }

    /** Woven into the questions. */
    static final class Answer {

        private Answer() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean allowed) {
            allowed = Watch.answer(allowed);
        }
    }

    private static void weave() {
        ByteBuddyAgent.install();
        new ByteBuddy()
                .redefine(Caller.class)
                .visit(Advice.to(Answer.class)
                        .on(ElementMatchers.<net.bytebuddy.description.method.MethodDescription>named("may")
                                .or(ElementMatchers.named("mayOnPlatform"))))
                .make()
                .load(Caller.class.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
    }

    @Test
    void theMatrixMissesEveryCheck() {
        weave();
        var world = AuthorizationMatrixIT.world(database, Buyer.guest());
        var calls = new TreeMap<String, List<Refused>>();
        refused(world).forEach(call -> {
            Watch.ASKED.clear();
            assertThat(status(call, world)).as(call.toString()).isEqualTo(404);
            Watch.ASKED.forEach(place ->
                    calls.computeIfAbsent(place, first -> new ArrayList<>()).add(call));
        });
        var survived = new TreeSet<String>();
        calls.forEach((place, through) -> {
            Watch.mutated = place;
            if (through.stream().noneMatch(call -> status(call, world) != 404)) {
                survived.add(place);
            }
            Watch.mutated = null;
        });
        System.Logger log = System.getLogger(AuthorizationMutations.class.getName());
        log.log(System.Logger.Level.WARNING, "{0} checks, {1} survived: {2}", calls.size(), survived.size(), survived);
        survived.removeIf(place -> NOT_ALONE.keySet().stream().anyMatch(place::contains));
        if (!survived.isEmpty()) {
            fail("No row of the matrix misses these checks: " + survived);
        }
    }

    /** Of each row: somebody who works nowhere, somebody there without it, and the owner of another such place. */
    private static List<Refused> refused(AuthorizationMatrixIT.World world) {
        var roles = new LinkedHashMap<String, List<AuthorizationMatrixIT.Role>>();
        var refused = new ArrayList<Refused>();
        AuthorizationMatrixIT.MATRIX.forEach((endpoint, row) -> {
            if (row instanceof AuthorizationMatrixIT.Rule.At rule) {
                var place = rule.place().apply(world);
                roles.computeIfAbsent(
                                rule.permission() + " " + rule.ofProvince() + " " + place,
                                once -> AuthorizationMatrixIT.roles(rule, place, world.staff()).stream()
                                        .filter(role -> !role.passes()
                                                && told(role, rule.permission().kind()))
                                        .toList())
                        .forEach(role -> refused.add(new Refused(endpoint, rule, role)));
            }
        });
        return refused;
    }

    private static boolean told(AuthorizationMatrixIT.Role role, Membership.Kind kind) {
        return Set.of("member", "here with all but it").contains(role.name())
                || role.name().startsWith(kind + " owner of");
    }

    private static int status(Refused call, AuthorizationMatrixIT.World world) {
        return AuthorizationMatrixIT.call(
                call.role().client(),
                call.endpoint(),
                call.rule().path().apply(world),
                call.rule().body().apply(world));
    }
}
