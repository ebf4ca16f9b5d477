package cn.shequ.funding.export;

import cn.shequ.kit.eventlog.EventJson;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of files made at a checkpoint, written as it is made: the files, {@code checkpoint}, and last
 * {@code manifest.json} with the digest of each. One that lacks its end was broken off and opens nowhere.
 */
public final class ExportBundle {

    /** Writes one file and says how many records it has. */
    @FunctionalInterface
    public interface Content {
        long write(OutputStream output) throws IOException;
    }

    private final ZipOutputStream zip;
    private final Manifest.Head head;
    private final List<Manifest.FileEntry> files = new ArrayList<>();
    private final Map<String, Object> totals = new LinkedHashMap<>();

    public ExportBundle(OutputStream output, Manifest.Head head) {
        this.zip = new ZipOutputStream(output);
        this.head = head;
    }

    public void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Measured measured = new Measured(zip);
        long rows = content.write(measured);
        measured.flush();
        zip.closeEntry();
        files.add(new Manifest.FileEntry(name, rows, measured.bytes, measured.sha256()));
    }

    /** States a control total. */
    public void total(String name, Object value) {
        totals.put(name, value);
    }

    public void finish() throws IOException {
        add("checkpoint", output -> {
            output.write(head.note().getBytes(StandardCharsets.UTF_8));
            return 1;
        });
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(EventJson.readable(manifest()));
        zip.closeEntry();
        zip.finish();
    }

    private Manifest manifest() {
        return new Manifest(head, List.copyOf(files), totals);
    }

    /** Counts and digests what passes, and stays open when a writer closes it. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream output) {
            super(output);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError("Every Java platform has SHA-256", impossible);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            out.write(content, offset, length);
            digest.update(content, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
