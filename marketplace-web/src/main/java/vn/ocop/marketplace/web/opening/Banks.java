package vn.ocop.marketplace.web.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.web.site.Option;

/** The banks an account can be at, by the number NAPAS knows them by. */
@Component
public class Banks {

    private final Map<String, String> names;

    Banks() {
        try {
            names = new ClassPathResource("banks.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toMap(
                            line -> line[0], line -> line[1], (one, twice) -> one, LinkedHashMap::new));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What people call it; its number where it is a new one. */
    public String name(String bin) {
        return names.getOrDefault(bin, bin);
    }

    /** The same with words instead of a choice before one is made. */
    public List<Option> options(String first, @Nullable String chosen) {
        return Stream.concat(Stream.of(new Option("", first, chosen == null)), options(chosen).stream())
                .toList();
    }

    List<Option> options(@Nullable String chosen) {
        return names.entrySet().stream()
                .map(bank ->
                        new Option(bank.getKey(), bank.getValue(), bank.getKey().equals(chosen)))
                .toList();
    }
}
