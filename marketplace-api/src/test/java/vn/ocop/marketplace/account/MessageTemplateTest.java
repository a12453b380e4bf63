package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageTemplateTest {

    private static final MessageGateway.Message MESSAGE = new MessageGateway.Message(
            MessageGateway.Channel.SMS, "+84912345678", "Mã", "Mã của bạn: \"123456\"\n{code} & $1", "123456");

    @Test
    void whatIsFilledInCannotLeaveItsPlace() {
        var body = MessageTemplate.fill(
                "{\"to\":\"{digits}\",\"text\":\"{text}\",\"otp\":\"{code}\"}", "application/json", MESSAGE);

        var read = JsonMapper.builder().build().readTree(body);
        assertThat(read.path("to").asString()).isEqualTo("84912345678");
        assertThat(read.path("text").asString()).isEqualTo(MESSAGE.text());
        assertThat(read.path("otp").asString()).isEqualTo("123456");
    }

    @Test
    void formsAreEscapedAsForms() {
        assertThat(MessageTemplate.fill("to={to}&text={text}", "application/x-www-form-urlencoded", MESSAGE))
                .startsWith("to=%2B84912345678&text=M%C3%A3+")
                .contains("%26");
    }
}
