package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

class LoginTest {

    @ParameterizedTest
    @ValueSource(strings = {"0912345678", "+84 912 345 678", "0912.345.678", "84912345678", " 0912-345-678 "})
    void readsAPhoneHoweverItIsTyped(String typed) {
        assertThat(Login.typed("login", typed).phone()).isEqualTo("+84912345678");
    }

    @Test
    void readsAnEmailInLowerCase() {
        assertThat(Login.typed("login", " Mai@Example.VN ").email()).isEqualTo("mai@example.vn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "mai", "mai@", "@vn", "mai@vn", "a b@c.vn", "<b>@c.vn", "0000000000"})
    void refusesWhatIsNeither(String typed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Login.typed("login", typed))
                .returns(PlatformProblem.INVALID, ProblemException::problem);
    }

    @Test
    void asksForAtLeastOne() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Login.of(" ", null));
    }
}
