package cn.shequ.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The {@code data} of one CloudEvent: a record of strings, dates, whole numbers and lists of such records.
 *
 * <p>It holds no personal data and no free text: opaque ids, codes, amounts, dates, and the names of public bodies.
 * The three methods say where the event belongs; the envelope carries their values, the data does not repeat them.
 */
public interface EventData extends EventPart {

    /** The id of the aggregate the event is about: the CloudEvents attribute {@code subject}. */
    @JsonIgnore
    String aboutSubject();

    /** Events with the same key keep their order: the Kafka key and the CloudEvents attribute {@code partitionkey}. */
    @JsonIgnore
    String partitionKey();

    /**
     * The 12-digit division the event concerns: the CloudEvents attribute {@code division}. Who may act in this
     * division, or above it, reads the event; for all others its content is redacted.
     */
    @JsonIgnore
    String concernsDivision();
}
