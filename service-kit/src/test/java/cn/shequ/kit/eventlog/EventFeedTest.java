package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams of more events than are read at once. */
class EventFeedTest {

    private static final int EVENTS = 2 * EventFeed.PIECE + 1;

    private final LogDatabase database = new LogDatabase();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventFeed feed = new EventFeed(Jdbi.create(database::connect), division -> true, threads);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void every_event_comes_once_and_in_its_order_wherever_it_begins_and_ends() throws IOException {
        database.commitAndNumber(EVENTS);
        List<String> all = database.log().stream()
                .map(event -> new String(event.bytes(), UTF_8))
                .toList();
        for (int from : new int[] {0, 1, EventFeed.PIECE, EVENTS - 1, EVENTS}) {
            for (int end : new int[] {EventFeed.PIECE, EVENTS - 1, EVENTS}) {
                ByteArrayOutputStream lines = new ByteArrayOutputStream();

                feed.write(lines, from, end, EventFilter.none());

                assertThat(lines.toString(UTF_8).lines())
                        .as("%d to %d", from, end)
                        .isEqualTo(all.subList(Math.min(from, end), end));
            }
        }
    }

    @Test
    void a_stream_breaks_off_when_the_log_cannot_be_read() {
        EventFeed broken = new EventFeed(
                Jdbi.create(() -> {
                    throw new SQLException("no connection");
                }),
                division -> true,
                threads);

        assertThatThrownBy(() -> broken.write(OutputStream.nullOutputStream(), 0, EVENTS, EventFilter.none()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be read");
    }
}
