package cn.shequ.kit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as bytes, for bytes were hashed, and hashes them on all cores while it reads on. A few pieces are in memory
 * at a time, however long the log is.
 */
final class LineReader implements AutoCloseable {

    /** An event has at most 65,535 bytes; a longer line is no event. */
    static final int LONGEST = 65_535;

    private static final int PIECE = 1 << 20;

    private final InputStream source;
    private final ExecutorService workers;
    private final int most;
    private final Queue<Future<LinePiece>> hashing = new ArrayDeque<>();
    private byte[] rest = new byte[0];
    private boolean ended;
    private boolean tooLong;

    LineReader(InputStream source) {
        this.source = source;
        int cores = Runtime.getRuntime().availableProcessors();
        this.workers =
                Executors.newFixedThreadPool(cores, Thread.ofPlatform().daemon().factory());
        this.most = 2 * cores + 1;
    }

    /** The next lines in their order, or null at the end. */
    @Nullable
    LinePiece next() throws IOException {
        while (!ended && hashing.size() < most) {
            read();
        }
        Future<LinePiece> first = hashing.poll();
        if (first == null) {
            return null;
        }
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Whether reading ended because no event is as long as the line after the last one. */
    boolean stoppedAtTooLong() {
        return tooLong;
    }

    private void read() throws IOException {
        byte[] text = Arrays.copyOf(rest, PIECE);
        int length = rest.length + source.readNBytes(text, rest.length, PIECE - rest.length);
        ended = length < PIECE;
        int[] ends = ends(text, length);
        int complete = ends.length == 0 ? 0 : ends[ends.length - 1] + 1;
        rest = Arrays.copyOfRange(text, Math.min(complete, length), length);
        if (tooLong || rest.length > LONGEST) {
            tooLong = true;
            ended = true;
        }
        if (ends.length > 0) {
            hashing.add(workers.submit(() -> LinePiece.hash(text, ends)));
        }
    }

    /** Where lines end; what follows the last newline is a line only at the end of the file. */
    private int[] ends(byte[] text, int length) {
        int[] ends = new int[256];
        int count = 0;
        int start = 0;
        for (int at = 0; at < length; at++) {
            if (text[at] == '\n') {
                if (at - start > LONGEST) {
                    tooLong = true;
                    return Arrays.copyOf(ends, count);
                }
                ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                ends[count++] = at;
                start = at + 1;
            }
        }
        if (ended && start < length && length - start <= LONGEST) {
            ends = count == ends.length ? Arrays.copyOf(ends, count + 1) : ends;
            ends[count++] = length;
        }
        return Arrays.copyOf(ends, count);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
