package vn.ocop.marketplace.sheet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;

/** The kinds of sheets there are, and what their columns are called. */
@Component
class SheetKinds {

    private final Map<String, SheetKind> kinds;
    private final MessageSource messages;

    SheetKinds(List<SheetKind> kinds, MessageSource messages) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SheetKind::code, Function.identity()));
        this.messages = messages;
    }

    SheetKind get(String code) {
        var kind = kinds.get(code);
        if (kind == null) {
            throw new ProblemException(SheetProblem.NOT_FOUND);
        }
        return kind;
    }

    /** The kind, for someone who may deal with it at the place; to everyone else there is no such place. */
    Mono<SheetKind> open(String code, Memberships.Place place, Caller caller) {
        return Mono.defer(() -> {
            var kind = get(code);
            if (!allowed(kind, place, caller)) {
                throw new ProblemException(SheetProblem.NOT_FOUND);
            }
            return Mono.defer(() -> kind.knows(place))
                    .filter(Boolean::booleanValue)
                    .map(known -> kind)
                    // Shops are known by ids only.
                    .onErrorMap(IllegalArgumentException.class, noId -> new ProblemException(SheetProblem.NOT_FOUND))
                    .switchIfEmpty(Mono.error(() -> new ProblemException(SheetProblem.NOT_FOUND)));
        });
    }

    /** Whether the caller may deal with sheets of the kind at the place. */
    static boolean allowed(SheetKind kind, Memberships.Place place, Caller caller) {
        return kind.permissions().stream()
                .anyMatch(permission -> permission.kind() == place.kind() && caller.may(permission, place.scope()));
    }

    String heading(SheetKind kind, String column, Language language) {
        return heading(kind, column, language.locale());
    }

    private String heading(SheetKind kind, String column, Locale locale) {
        var key = SheetKind.headingKey(kind.code(), column);
        return String.valueOf(messages.getMessage(key, null, column, locale));
    }

    String words(SheetKind kind, String column, String what, Language language) {
        var key = SheetKind.headingKey(kind.code(), column) + '.' + what;
        return String.valueOf(messages.getMessage(key, null, "", language.locale()));
    }

    /** Every heading under which a column is recognised, ours in both languages among them. */
    Map<String, Set<String>> recognised(SheetKind kind) {
        var words = new LinkedHashMap<String, Set<String>>();
        for (var column : kind.columns()) {
            var names = new LinkedHashSet<String>();
            names.add(Cells.plain(heading(kind, column.code(), Locale.of("vi"))));
            names.add(Cells.plain(heading(kind, column.code(), Locale.ENGLISH)));
            column.alsoCalled().stream().map(Cells::plain).forEach(names::add);
            words.put(column.code(), names);
        }
        return words;
    }
}
