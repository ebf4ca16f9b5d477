package cn.shequ.facilities.division;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.territory.Division;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One division's change: the version that ends, if one does, and the one that begins.
 *
 * @param city whose territory it belongs to
 */
record DivisionChange(@Nullable Division closed, Division opened, DivisionCode city) {

    static DivisionChange of(@Nullable Division inForce, Division opened, DivisionCode city) {
        // A second word on the same day corrects the first; there is no day left on which the first held.
        return inForce == null || inForce.validFrom().equals(opened.validFrom())
                ? new DivisionChange(null, opened, city)
                : new DivisionChange(ended(inForce, opened), opened, city);
    }

    private static Division ended(Division version, Division successor) {
        return new Division(
                version.code(),
                version.name(),
                version.level(),
                version.kind(),
                version.parent(),
                version.validFrom(),
                successor.validFrom().minusDays(1));
    }

    /** What is written and published: the end before the new beginning. */
    List<Division> versions() {
        return Stream.of(closed, opened).filter(Objects::nonNull).toList();
    }
}
