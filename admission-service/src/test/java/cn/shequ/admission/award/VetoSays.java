package cn.shequ.admission.award;

import cn.shequ.events.EventData;
import cn.shequ.events.funding.VetoImposed;
import cn.shequ.events.funding.VetoLifted;
import cn.shequ.kit.inbox.EventEnvelope;
import cn.shequ.kit.inbox.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What funding says about a veto, handled in a transaction as the inbox does. */
@ApplicationScoped
public class VetoSays {

    private static final String LEDGER = UUID.randomUUID().toString();

    private final WhenVetoImposed imposed;
    private final WhenVetoLifted lifted;

    VetoSays(WhenVetoImposed imposed, WhenVetoLifted lifted) {
        this.imposed = imposed;
        this.lifted = lifted;
    }

    @Transactional
    public void imposed(UUID veto, String body, LocalDate from, LocalDate to) {
        handle(imposed, imposedOn(LEDGER, veto, body, from, to));
    }

    /** For as long as a division's own rule says. */
    @Transactional
    public void imposedUnderRuleOf(String division, UUID veto, String body, LocalDate from, LocalDate to) {
        handle(imposed, imposedOn(LEDGER, veto, body, from, to, division));
    }

    @Transactional
    public void lifted(UUID veto, String body, LocalDate on) {
        handle(lifted, liftedOn(LEDGER, veto, body, on));
    }

    static VetoImposed imposedOn(String ledger, UUID veto, String body, LocalDate from, LocalDate to) {
        return imposedOn(ledger, veto, body, from, to, null);
    }

    private static VetoImposed imposedOn(
            String ledger, UUID veto, String body, LocalDate from, LocalDate to, @Nullable String ruleDivision) {
        return new VetoImposed(
                veto.toString(),
                UUID.randomUUID().toString(),
                ledger,
                Awarding.SUBDISTRICT,
                body,
                from,
                to,
                "veto.lasts",
                1,
                ruleDivision,
                "16");
    }

    static VetoLifted liftedOn(String ledger, UUID veto, String body, LocalDate on) {
        return new VetoLifted(
                veto.toString(), UUID.randomUUID().toString(), ledger, Awarding.SUBDISTRICT, body, on, "16");
    }

    private static <T extends EventData> void handle(EventHandler<T> handler, T data) {
        handler.handle(new EventEnvelope<>(
                UUID.randomUUID(),
                "test",
                "/funding",
                data.aboutSubject(),
                0,
                data.partitionKey(),
                data.concernsDivision(),
                Instant.EPOCH,
                data));
    }
}
