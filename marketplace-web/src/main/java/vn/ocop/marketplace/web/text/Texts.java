package vn.ocop.marketplace.web.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every text shown to people, by key and language, from all {@code messages/<area>_<language>.properties}. */
@Component
public class Texts {

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Texts() {
        for (var language : Language.values()) {
            texts.put(language, load(language));
        }
    }

    /** The text with {@code {0}}, {@code {1}} … replaced; an unknown key is our mistake and fails. */
    public String text(Language language, String key, Object... arguments) {
        var text = texts(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text '" + key + "' in " + language);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The form for one thing ({@code key.one}) or for several ({@code key.other}); {@code {0}} is the count. */
    public String count(Language language, String key, long count) {
        return text(language, key + (count == 1 ? ".one" : ".other"), Vnd.grouped(count));
    }

    public boolean has(Language language, String key) {
        return texts(language).containsKey(key);
    }

    public Set<String> keys(Language language) {
        return texts(language).keySet();
    }

    private Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static Map<String, String> load(Language language) {
        var loaded = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.tag() + ".properties");
            for (var file : files) {
                read(file).forEach((key, value) -> addOnce(loaded, file, (String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(loaded);
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void addOnce(Map<String, String> loaded, Resource file, String key, String value) {
        if (loaded.put(key, value) != null) {
            throw new IllegalStateException("Text '%s' is defined again in %s".formatted(key, file.getFilename()));
        }
    }
}
