package cn.shequ.acceptance.deploy;

import cn.shequ.localstack.postgres.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A base backup of a running server by its own protocol, and the write-ahead log that was kept since. */
final class BaseBackup {

    /** What belongs to the running server, or is taken from the kept log. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

    private BaseBackup() {}

    /** Copies the files while the server goes on writing them; the log of that time makes them whole. */
    static void take(Databases server, Path cluster, Path copy) throws SQLException, IOException {
        try (Connection connection = server.asSuperuser("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("SELECT pg_backup_start('drill', true)");
            copy(cluster, copy, LEFT_OUT);
            try (ResultSet stopped = sql.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(copy.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** Lays the log beside the copied files, where an archive would be read from: the server replays all of it. */
    static void addLog(Path cluster, Path copy) throws IOException {
        copy(cluster.resolve("pg_wal"), copy.resolve("pg_wal"), Set.of());
    }

    private static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(from)) {
            files = tree.filter(file ->
                            !leftOut.contains(from.relativize(file).getName(0).toString()))
                    .toList();
        }
        for (Path file : files) {
            Path copied = to.resolve(from.relativize(file).toString());
            try {
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                    // PostgreSQL starts in no directory that others may enter.
                    Files.setPosixFilePermissions(copied, Files.getPosixFilePermissions(file));
                } else {
                    Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
                }
            } catch (NoSuchFileException gone) {
                // A running server deletes what it no longer needs.
            }
        }
    }
}
