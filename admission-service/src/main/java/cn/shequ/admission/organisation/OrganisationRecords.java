package cn.shequ.admission.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The district's register, and who is or was in an incubation base. */
@ApplicationScoped
class OrganisationRecords {

    private final Jdbi jdbi;

    OrganisationRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** False when one of the credit codes is another's. */
    boolean addAll(List<Registration> registrations) {
        return registrations.isEmpty()
                || jdbi.withHandle(handle -> {
                            PreparedBatch batch = handle.prepareBatch("""
                                    INSERT INTO organisation_registration (organisation_id, credit_code, division,
                                      individual_members, institutional_members, members_required, members_rule, capital,
                                      capital_required, capital_rule, registered_by, registered_on, earlier_document)
                                    VALUES (:organisationId, :creditCode, :division, :individualMembers,
                                      :institutionalMembers, :membersRequired, :membersRule, :capital, :capitalRequired,
                                      :capitalRule, :registeredBy, :registeredOn, :earlierDocument)
                                    ON CONFLICT (credit_code) DO NOTHING""");
                            registrations.forEach(registration ->
                                    batch.bindMethods(registration).add());
                            return Arrays.stream(batch.execute()).sum();
                        })
                        == registrations.size();
    }

    Optional<Registration> registration(UUID organisation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM organisation_registration WHERE organisation_id = :organisation")
                .bind("organisation", organisation)
                .mapTo(Registration.class)
                .findOne());
    }

    /** How an organisation was decided on before it was taken over; empty for one that was not. */
    Optional<EarlierDecision> earlierDecision(UUID organisation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, authority, decided_on FROM organisation_import
                        WHERE organisation_id = :organisation""")
                .bind("organisation", organisation)
                .mapTo(EarlierDecision.class)
                .findOne());
    }

    /** False when it was taken into a base before. */
    boolean add(Incubation incubation) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate("""
                        INSERT INTO organisation_incubation
                          (organisation_id, base, venue_fee, support, starts_on, ends_on, taken_in_by)
                        VALUES (:organisationId, :base, :venueFee, :support, :startsOn, :endsOn, :takenInBy)
                        ON CONFLICT (organisation_id) DO NOTHING""").bindMethods(incubation).execute())
                == 1;
    }

    /** Ends the incubation of an organisation that is in a base; of any other nothing changes. */
    void conclude(UUID organisation, Incubation.Outcome outcome, LocalDate day) {
        incubation(organisation)
                .filter(incubation -> incubation.outcome() == null)
                .map(incubation -> incubation.concluded(outcome, day))
                .ifPresent(concluded -> jdbi.useHandle(handle ->
                        handle.createUpdate("""
                                UPDATE organisation_incubation SET outcome = :outcome, concluded_on = :concludedOn
                                WHERE organisation_id = :organisationId""").bindMethods(concluded).execute()));
    }

    Optional<Incubation> incubation(UUID organisation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM organisation_incubation WHERE organisation_id = :organisation")
                .bind("organisation", organisation)
                .mapTo(Incubation.class)
                .findOne());
    }
}
