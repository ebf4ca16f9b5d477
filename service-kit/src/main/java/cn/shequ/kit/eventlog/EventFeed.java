package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.events.EventCatalogue;
import cn.shequ.kit.merkle.Redaction;
import cn.shequ.kit.problem.FieldError;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The log as readers get it: the bytes as they were numbered, every number from the one asked for. What the caller may
 * not read is a number and a hash.
 */
@ApplicationScoped
public class EventFeed {

    public static final String NDJSON = "application/x-ndjson";
    private static final int MOST_OF_A_PAGE = 1_000;
    private static final int BATCH = 1_000;
    static final int PIECE = 2_000;
    private static final int BUFFER = 1 << 16;
    /** Longer than the pool and the database let a query wait. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Set<String> OPEN_TYPES = EventCatalogue.all().stream()
            .filter(EventCatalogue.Entry::open)
            .map(EventCatalogue.Entry::type)
            .collect(Collectors.toUnmodifiableSet());

    private final Jdbi jdbi;
    private final EventVisibility visibility;
    private final ExecutorService threads;

    EventFeed(Jdbi jdbi, EventVisibility visibility, @VirtualThreads ExecutorService threads) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.threads = threads;
    }

    /** How many events have numbers: the number that the next one gets. */
    public long size() {
        return jdbi.withHandle(LogReader::size);
    }

    /** A page of events as JSON: {@code events}, and {@code next}, the number to go on from, now or later. */
    public Response page(long from, int limit, EventFilter filter, UriInfo uri) {
        requireFrom(from);
        if (limit < 1 || limit > MOST_OF_A_PAGE) {
            throw outOfRange("limit", 1, MOST_OF_A_PAGE);
        }
        List<FeedEvent> events = read(from, limit, filter);
        long next = events.isEmpty() ? from : events.getLast().sequence() + 1;
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(("{\"complete\":" + filter.isEmpty() + ",\"next\":" + next + ",\"events\":[").getBytes(UTF_8));
        String separator = "";
        for (FeedEvent event : shown(events, filter)) {
            page.writeBytes(separator.getBytes(UTF_8));
            page.writeBytes(shown(event));
            separator = ",";
        }
        page.writeBytes("]}".getBytes(UTF_8));
        Response.ResponseBuilder answer = Response.ok(page.toByteArray(), MediaType.APPLICATION_JSON_TYPE);
        if (events.size() == limit) {
            String query = uri.getRequestUriBuilder()
                    .replaceQueryParam("from", next)
                    .build()
                    .getRawQuery();
            answer.links(Link.fromUri("?" + query).rel("next").build());
        }
        return answer.build();
    }

    /** Every event from a number to the last one of this moment, one a line, without a limit. */
    public Response stream(long from, EventFilter filter) {
        requireFrom(from);
        long end = size();
        return Response.ok((StreamingOutput) output -> write(output, from, end, filter), NDJSON)
                .build();
    }

    /** Writes the events of {@code from} to {@code end} (exclusive) as lines. */
    void write(OutputStream output, long from, long end, EventFilter filter) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(output, BUFFER);
        if (filter.isEmpty()) {
            writeAll(buffered, from, end);
        } else {
            writeMatching(buffered, from, end, filter);
        }
        buffered.flush();
    }

    /** The next piece is read while one is written; there are never more than these two. */
    private void writeAll(OutputStream output, long from, long end) throws IOException {
        Future<List<FeedEvent>> coming = piece(from, end);
        for (long first = from; first < end; first += PIECE) {
            List<FeedEvent> events = arrived(coming);
            coming = piece(first + PIECE, end);
            for (FeedEvent event : events) {
                output.write(shown(event));
                output.write('\n');
            }
        }
    }

    private Future<List<FeedEvent>> piece(long first, long end) {
        int many = (int) Math.clamp(end - first, 0, PIECE);
        return many == 0 ? CompletableFuture.completedFuture(List.of()) : threads.submit(() -> next(first, many));
    }

    private static <T> T arrived(Future<T> coming) throws IOException {
        try {
            return coming.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the log could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void writeMatching(OutputStream output, long from, long end, EventFilter filter) throws IOException {
        long next = from;
        while (next < end) {
            List<FeedEvent> batch = read(next, (int) Math.min(BATCH, end - next), filter);
            for (FeedEvent event : shown(batch, filter)) {
                if (event.sequence() >= end) {
                    return;
                }
                output.write(shown(event));
                output.write('\n');
            }
            if (batch.isEmpty()) {
                return;
            }
            next = batch.getLast().sequence() + 1;
        }
    }

    private List<FeedEvent> read(long from, int limit, EventFilter filter) {
        return filter.isEmpty()
                ? next(from, limit)
                : jdbi.withHandle(handle -> LogReader.matching(handle, from, limit, filter));
    }

    /** In memory before anybody gets them: a reader who takes his time holds no connection. */
    private List<FeedEvent> next(long from, int limit) {
        return jdbi.withHandle(handle -> CopiedEvents.read(handle, from, limit));
    }

    /** Who filters gets what the caller may read only: a number shown would tell that the event meets the filter. */
    private List<FeedEvent> shown(List<FeedEvent> events, EventFilter filter) {
        return filter.isEmpty()
                ? events
                : events.stream().filter(this::isVisible).toList();
    }

    private byte[] shown(FeedEvent event) {
        return isVisible(event)
                ? event.bytes()
                : Redaction.of(event.sequence(), event.leaf()).getBytes(UTF_8);
    }

    private boolean isVisible(FeedEvent event) {
        return OPEN_TYPES.contains(event.type()) || visibility.visible(event.division());
    }

    private static void requireFrom(long from) {
        if (from < 0) {
            throw outOfRange("from", 0, Long.MAX_VALUE);
        }
    }

    static Refusal outOfRange(String field, long least, long most) {
        return Refusal.of(HttpProblem.INVALID_REQUEST)
                .at(FieldError.of(field, "out-of-range", Map.of("least", least, "most", most)));
    }
}
