package cn.shequ.kit.eventlog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;

/** The log of a database without a service around it; what is kept outside lies in a directory. */
record LogParts(LogTree tree, LogSigner signer, LogExport export, LogInspection inspection) {

    static LogParts of(LogDatabase database, Path outside) {
        return of(Jdbi.create(database::connect), outside);
    }

    static LogParts of(Jdbi jdbi, Path outside) {
        return of(jdbi, outside, "shequ/test-log");
    }

    static LogParts of(Jdbi jdbi, Path outside, String origin) {
        Clock clock = Clock.systemUTC();
        EventLogConfig config = LogSettings.of(
                "test",
                Map.of(
                        "shequ.event-log.origin",
                        origin,
                        "shequ.event-log.key-file",
                        outside.resolve("key.pem").toString(),
                        "shequ.event-log.key-directory",
                        outside.resolve("keys").toString(),
                        "shequ.event-log.checkpoint-file",
                        outside.resolve("checkpoint").toString(),
                        "SHEQU_DATA_DIR",
                        outside.toString()));
        LogTree tree = new LogTree(jdbi);
        LogKeys keys = new LogKeys(jdbi, new EventLog(jdbi, clock, new Bells(), null), clock, config);
        EventFeed feed = new EventFeed(jdbi, division -> true, Executors.newVirtualThreadPerTaskExecutor());
        return new LogParts(
                tree,
                new LogSigner(config, tree, keys, clock),
                new LogExport(keys, tree, feed),
                new LogInspection(jdbi));
    }
}
