package cn.shequ.kit.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 8;

    @TempDir
    Path directory;

    @Test
    void whoAsksAtTheSameMomentForAKeyThatIsNotThereGetsTheSameOne() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = directory.resolve(round + "/log-key.pem");
                CountDownLatch together = new CountDownLatch(AT_ONCE);
                List<Future<PublicKey>> asked = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    asked.add(threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return SigningKey.openOrMake(file).getPublic();
                    }));
                }
                Set<PublicKey> keys = new HashSet<>();
                for (Future<PublicKey> each : asked) {
                    keys.add(each.get());
                }
                assertThat(keys)
                        .containsExactly(SigningKey.open(file).orElseThrow().getPublic());
                try (var files = Files.list(file.getParent())) {
                    assertThat(files).containsExactly(file);
                }
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }
}
