package vn.ocop.marketplace.web.selling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The steps of putting a product on sale, each saved by itself. */
public enum WizardStep {
    PICTURES("anh"),
    WHAT("thong-tin"),
    PRICE("gia"),
    PREVIEW("xem");

    private final String path;

    WizardStep(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public int number() {
        return ordinal() + 1;
    }

    WizardStep next() {
        return this == PREVIEW ? PREVIEW : values()[ordinal() + 1];
    }

    static WizardStep of(@Nullable String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElse(PICTURES);
    }
}
