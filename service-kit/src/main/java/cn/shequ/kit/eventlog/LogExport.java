package cn.shequ.kit.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.SignedNote;
import cn.shequ.kit.merkle.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The export bundle: {@code checkpoint}, {@code key.txt}, the tiles of leaf hashes and {@code events.ndjson}, all of the
 * moment at which it was asked for. {@code ./shequ verify} checks it offline.
 */
@ApplicationScoped
public class LogExport {

    private final LogKeys keys;
    private final LogTree tree;
    private final EventFeed feed;

    LogExport(LogKeys keys, LogTree tree, EventFeed feed) {
        this.keys = keys;
        this.tree = tree;
        this.feed = feed;
    }

    /** Writes the bundle as a zip, as the present caller may see it. */
    public void write(SignedNote checkpoint, OutputStream output) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        ZipOutputStream zip = new ZipOutputStream(output);
        entry(zip, "checkpoint", checkpoint.encoded().getBytes(UTF_8));
        entry(zip, "key.txt", keys.text().getBytes(UTF_8));
        for (Tile tile : Tile.ofLeaves(size)) {
            entry(zip, "tile/" + tile.path(), tree.hashes(tile));
        }
        zip.putNextEntry(new ZipEntry("events.ndjson"));
        feed.write(zip, 0, size, EventFilter.none());
        zip.closeEntry();
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
