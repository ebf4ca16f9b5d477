package cn.shequ.admission.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seal with its handovers and the confirmations of its custody, the newest first, at most a hundred of each.
 *
 * @param handoverDue the handover after the last election that is still to come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealView(
        @JsonUnwrapped Seal seal,
        List<SealHandover> handovers,
        List<CustodyConfirmation> confirmations,
        @Nullable DueHandover handoverDue) {}
