package cn.shequ.kit.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.NoteKey;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    private static final int AT_ONCE = 16;

    @TempDir
    Path directory;

    @Test
    void whoever_asks_at_once_for_the_first_key_gets_the_one_that_is_kept() throws Exception {
        KeyFiles files = new KeyFiles("shequ/test", directory.resolve("log-key.pem"), directory.resolve("log-keys"));
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        List<FutureTask<NoteKey>> asking = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> new FutureTask<>(() -> {
                    together.await();
                    return files.openOrMakeFirst();
                }))
                .toList();
        asking.forEach(each -> Thread.ofPlatform().start(each));
        Set<NoteKey> got = new HashSet<>();
        for (FutureTask<NoteKey> each : asking) {
            got.add(each.get());
        }
        assertThat(got).isEqualTo(files.signers().keySet());
    }
}
