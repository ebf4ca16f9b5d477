package cn.shequ.kit.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Makes identifiers: UUID version 7, so that they index well and sort by time of creation; those of one process in the
 * order in which it made them, also within a millisecond. Lists that are read by id keep the order of a batch.
 */
public final class Ids {

    private static final TimeBasedEpochGenerator VERSION_7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return VERSION_7.generate();
    }
}
