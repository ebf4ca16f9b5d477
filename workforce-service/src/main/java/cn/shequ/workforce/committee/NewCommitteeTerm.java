package cn.shequ.workforce.committee;

import cn.shequ.kit.division.DivisionCode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The result of an election, as the subdistrict office records it.
 *
 * @param deputies elected beside the one director
 * @param resultTitle the document that says who won, with its number; neither leaves this service
 * @param number which term of the committee it is, where earlier ones are not on record here; else it follows the last
 * @param earlyGrounds why there was an election while the last committee still had its term
 */
@Schema(examples = """
                {"community":"220102001001","electedOn":"2026-11-08","deputies":2,"members":4,\
                "resultTitle":"华阳社区居民委员会选举结果公告","resultNumber":"华选〔2026〕1号","number":11}""")
public record NewCommitteeTerm(
        @NotNull DivisionCode community,
        @NotNull LocalDate electedOn,
        @NotNull @Min(0) @Max(MOST) Integer deputies,
        @NotNull @Min(0) @Max(MOST) Integer members,

        @NotBlank @Size(max = 200) String resultTitle,

        @NotBlank @Size(max = 100) String resultNumber,

        @Nullable @Min(1) @Max(MOST) Integer number,
        @Nullable @Size(max = 2000) String earlyGrounds) {

    static final long MOST = 99;

    /** Grounds without a word are none. */
    public NewCommitteeTerm {
        earlyGrounds = earlyGrounds == null || earlyGrounds.isBlank() ? null : earlyGrounds.strip();
    }

    /** Director, deputies and members together. */
    int size() {
        return 1 + deputies + members;
    }
}
