package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.kit.RandomCases;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OutboxEventTest {
    private static final UUID ID = UUID.fromString("019392f0-0000-7000-8000-000000000001");

    @Test
    void is_written_in_the_one_canonical_form() {
        String bytes = new String(withData("{\"a\":1,\"名\":\"社区\"}").numbered(ID, 7), UTF_8);
        assertThat(bytes)
                .isEqualTo("{\"data\":{\"a\":1,\"名\":\"社区\"},\"datacontenttype\":\"application/json\","
                        + "\"dataschema\":\"urn:shequ:event:funding:x:v1\",\"division\":\"220102001001\","
                        + "\"id\":\"019392f0-0000-7000-8000-000000000001\",\"partitionkey\":\"220102001001\","
                        + "\"sequence\":7,\"source\":\"/funding\",\"specversion\":\"1.0\",\"subject\":\"s-1\","
                        + "\"time\":\"2026-01-05T08:00:00.123456Z\",\"type\":\"cn.shequ.funding.x.v1\"}");
    }

    /** The members are put together by hand: whatever they hold, the result is what a canonicalizer would write. */
    @Test
    void is_canonical_whatever_its_members_hold() {
        RandomCases.forAll(500, random -> {
            OutboxEvent event = new OutboxEvent(
                    text(random),
                    text(random),
                    text(random),
                    text(random),
                    text(random),
                    text(random),
                    "{\"a\":1}",
                    Instant.ofEpochSecond(random.nextLong(4_000_000_000L), 1_000L * random.nextInt(1_000_000)),
                    null);
            byte[] numbered = event.numbered(new UUID(random.nextLong(), random.nextLong()), random.nextLong(1L << 53));
            assertThat(new String(numbered, UTF_8))
                    .isEqualTo(new String(EventJson.canonical(new String(numbered, UTF_8)), UTF_8));
        });
    }

    private static String text(RandomGenerator random) {
        int[] characters = random.ints(random.nextInt(6), 0, CHARACTERS.length())
                .map(CHARACTERS::charAt)
                .toArray();
        return new String(characters, 0, characters.length);
    }

    private static final String CHARACTERS = "abc-7:/ \"\\\n\t\b\u0001\u001f\u007f\u2028é社区";

    @Test
    void keeps_every_number_that_a_json_reader_can_keep() {
        long last = (1L << 53) - 1;
        assertThat(new String(withData("{}").numbered(ID, last), UTF_8)).contains("\"sequence\":9007199254740991,");
    }

    @Test
    void may_be_as_large_as_a_log_takes_and_no_larger() {
        int around = withData("\"\"").numbered(ID, 1L << 53).length;
        assertThat(withData(text(65_535 - around)).requireFitting().numbered(ID, 1L << 53))
                .hasSize(65_535);
        assertThatThrownBy(() -> withData(text(65_536 - around)).requireFitting())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536 bytes");
    }

    private static String text(int length) {
        return '"' + "x".repeat(length) + '"';
    }

    private static OutboxEvent withData(String data) {
        return new OutboxEvent(
                "cn.shequ.funding.x.v1",
                "/funding",
                "s-1",
                "urn:shequ:event:funding:x:v1",
                "220102001001",
                "220102001001",
                data,
                Instant.parse("2026-01-05T08:00:00.123456Z"),
                null);
    }
}
