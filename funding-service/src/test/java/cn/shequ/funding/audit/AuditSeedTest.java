package cn.shequ.funding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shequ.kit.merkle.Checkpoint;
import cn.shequ.kit.merkle.Hash;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected figures were computed with sha256sum, as an outsider would. */
class AuditSeedTest {

    private static final UUID AUDIT = UUID.fromString("019a9c5e-0000-7000-8000-000000000360");
    private static final UUID ENTRY = UUID.fromString("019a9c5e-0000-7000-8000-000000000321");

    @Test
    void the_seed_follows_from_the_root_of_the_log_and_the_audit() {
        Checkpoint checkpoint = new Checkpoint("shequ/fund-events", 0, Hash.ofEmptyTree());
        assertThat(AuditSeed.of(AUDIT, checkpoint))
                .isEqualTo("6fff9ea1a26a7a4a1db0717e01f3dcac4ce260d0ed70dd1c8440726a777ac9f3");
    }

    @Test
    void an_entrys_place_follows_from_the_seed() {
        assertThat(AuditSeed.rank("6fff9ea1a26a7a4a1db0717e01f3dcac4ce260d0ed70dd1c8440726a777ac9f3", ENTRY))
                .isEqualTo("d6534d0e044d619456c27b3be8f43af2375ae0d63d9341c6d93a489a462f03fb");
    }
}
