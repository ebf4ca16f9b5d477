package cn.shequ.workforce.committee;

import cn.shequ.events.workforce.CommitteeElected;
import cn.shequ.kit.division.DivisionCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A term of a community's residents' committee (一届居民委员会), from the election that began it. Who was elected is not on
 * record here.
 *
 * @param number which term of this committee it is (第几届), without gaps from the first on record
 * @param endsOn the last day of the term
 * @param deputies elected beside the one director
 * @param resultTitle the document that says who won
 * @param earlyGrounds why it was elected before the term before it had ended
 * @param fewestRule the row of the rulebook for the least people of a committee, by its reference
 * @param mostRule the same for the most
 * @param termRule the same for how long it serves
 */
@Schema(examples = CommitteeTerm.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitteeTerm(
        UUID id,
        DivisionCode community,
        int number,
        LocalDate electedOn,
        LocalDate endsOn,
        int deputies,
        int members,
        String resultTitle,
        String resultNumber,
        @Nullable String earlyGrounds,
        String fewestRule,
        String mostRule,
        String termRule,
        String recordedBy,
        LocalDate recordedOn) {

    static final String EXAMPLE = """
            {"id":"019a9c5e-0000-7000-8000-0000000000c1","community":"220102001001","number":11,\
            "electedOn":"2026-11-08","endsOn":"2031-11-07","deputies":2,"members":4,\
            "resultTitle":"华阳社区居民委员会选举结果公告","resultNumber":"华选〔2026〕1号",\
            "fewestRule":"committee.fewest-members@2","mostRule":"committee.most-members@2",\
            "termRule":"committee.term@3","recordedBy":"00000000-0000-4000-8000-000000000037",\
            "recordedOn":"2026-11-09"}""";

    /** Whether it has not ended on that day. */
    boolean runsOn(LocalDate day) {
        return !day.isAfter(endsOn);
    }

    CommitteeElected told() {
        return new CommitteeElected(id.toString(), community.value(), number, electedOn, endsOn, deputies, members);
    }
}
