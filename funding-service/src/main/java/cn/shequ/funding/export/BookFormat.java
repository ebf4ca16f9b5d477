package cn.shequ.funding.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What the books are written as. */
public enum BookFormat {
    /** Tables as CSV, columns and words as in the API. */
    @JsonProperty("csv")
    CSV("csv"),
    /** The same tables as one workbook, in the reader's language. */
    @JsonProperty("xlsx")
    XLSX("xlsx"),
    /** Accounts, balances and vouchers in the manner of GB/T 24589.2, month by month. */
    @JsonProperty("accounting-data")
    ACCOUNTING_DATA("accounting-data"),
    /** The purchases that the ledgers pay, whole, as OCDS 1.1 release packages and record packages (Art. 25). */
    @JsonProperty("ocds")
    OCDS("ocds");

    private final String word;

    BookFormat(String word) {
        this.word = word;
    }

    /** The word in the query; JAX-RS finds this method by its name. */
    public static BookFormat fromString(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format of the books: " + word));
    }

    @Override
    public String toString() {
        return word;
    }
}
