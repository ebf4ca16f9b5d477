package cn.shequ.admission.organisation;

import cn.shequ.events.EventData;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of a table as it is put on record.
 *
 * @param registration its entry in the register; null for what is on file
 */
record TakenOver(
        ImportedOrganisation line,
        Organisation organisation,
        @Nullable Registration registration) {

    UUID id() {
        return organisation.id();
    }

    /** The same that the suite hears of every organisation that is filed or registered. */
    EventData told() {
        return registration == null
                ? organisation.toldFiled(Objects.requireNonNull(organisation.category()), line.decidedOn())
                : registration.told(organisation);
    }
}
