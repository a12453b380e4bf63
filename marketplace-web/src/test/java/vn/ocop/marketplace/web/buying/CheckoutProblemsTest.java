package vn.ocop.marketplace.web.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.web.api.ApiProblem;

class CheckoutProblemsTest {

    @Test
    void putsChangedLinesAtTheirLines() {
        var problems = CheckoutProblems.of(problem(
                "checkout.changed",
                new ApiProblem.FieldError("variant-1", "checkout.line-price-changed", "Giá vừa đổi")));

        assertThat(problems.ofLine("variant-1")).isEqualTo("Giá vừa đổi");
        assertThat(problems.fields()).isEmpty();
        assertThat(problems.summary()).isEqualTo("Câu chung");
    }

    @Test
    void putsFieldErrorsAtOurFields() {
        var problems = CheckoutProblems.of(
                problem("platform.invalid", new ApiProblem.FieldError("recipient.phone", "field.phone", "Chưa đúng")));

        assertThat(problems.of("phone")).isEqualTo("Chưa đúng");
    }

    @Test
    void knowsWhichFieldARefusalIsAbout() {
        assertThat(CheckoutProblems.of(problem("order.adults-only")).of("adult"))
                .isEqualTo("Câu chung");
        assertThat(CheckoutProblems.of(problem("order.payment-method-not-allowed"))
                        .of("method"))
                .isEqualTo("Câu chung");
    }

    private static ApiProblem problem(String code, ApiProblem.FieldError... errors) {
        return new ApiProblem(409, new ApiProblem.Body("Tên", "Câu chung", code, List.of(errors)));
    }
}
