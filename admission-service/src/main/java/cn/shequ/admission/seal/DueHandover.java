package cn.shequ.admission.seal;

import cn.shequ.kit.division.DivisionCode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A seal that nobody has handed over, nor confirmed the custody of, since its community elected a committee.
 *
 * @param term that the election began
 * @param stage of the seal: a lost one is not handed over but replaced
 * @param dueOn the last day on which it is in time
 * @param handoverRule the row of the rulebook for that day, by its reference
 */
@Schema(examples = """
                {"term":"019a9c5e-0000-7000-8000-0000000000c1","community":"220102001001",\
                "seal":"019a9c5e-0000-7000-8000-000000000091","stage":"IN_USE","electedOn":"2026-11-08",\
                "dueOn":"2026-11-18","overdue":false,"handoverRule":"seal.handover-after-election@1"}""")
public record DueHandover(
        UUID term,
        DivisionCode community,
        UUID seal,
        SealStage stage,
        LocalDate electedOn,
        LocalDate dueOn,
        boolean overdue,
        String handoverRule) {}
