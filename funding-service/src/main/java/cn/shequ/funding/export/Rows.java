package cn.shequ.funding.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a table go, one after another; none is kept. A cell is a text, a date, a whole number, an amount
 * ({@link cn.shequ.kit.money.Money}) or empty.
 */
interface Rows {
    void add(@Nullable Object... cells) throws IOException;
}
