package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.personaldata.Sealed;
import cn.shequ.workforce.personaldata.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register of volunteers. What a person is goes into the database sealed only. */
@ApplicationScoped
class Volunteers {

    private final Jdbi jdbi;
    private final PersonSeal seal;

    Volunteers(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.seal = new PersonSeal(vault);
    }

    /** What is left of a volunteer who withdrew. */
    record Anonymous(UUID id, DivisionCode community) {}

    private record Row(
            UUID id,
            String subject,
            DivisionCode community,
            VolunteerCategory category,
            LocalDate registeredOn,
            String[] skills,
            String[] availability,
            int keyVersion,
            byte[] sealedPerson) {}

    /** False when the id, the account or the identity is registered already; waits for one that is just registering. */
    boolean add(Volunteer volunteer, Instant consentedAt) {
        PersonSeal.SealedPerson sealed = seal.seal(volunteer.id(), volunteer.person());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO volunteer (id, subject, community, category, registered_on, skills, availability,
                                               consented_at, identity_hash, key_version, sealed_person)
                        VALUES (:id, :subject, :community, :category, :registeredOn, :skills, :availability,
                                :consentedAt, :identityHash, :keyVersion, :sealedPerson)
                        ON CONFLICT DO NOTHING""")
                        .bind("id", volunteer.id())
                        .bind("subject", volunteer.subject())
                        .bind("community", volunteer.community())
                        .bind("category", volunteer.category())
                        .bind("registeredOn", volunteer.registeredOn())
                        .bind("skills", names(volunteer.skills()))
                        .bind("availability", names(volunteer.availability()))
                        .bind("consentedAt", consentedAt.atOffset(ZoneOffset.UTC))
                        .bind("identityHash", sealed.identityHash())
                        .bind("keyVersion", sealed.person().keyVersion())
                        .bind("sealedPerson", sealed.person().bytes())
                        .execute())
                == 1;
    }

    boolean isIdOfAnother(UUID id, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM volunteer WHERE id = :id AND subject IS DISTINCT FROM :subject)""")
                .bind("id", id)
                .bind("subject", subject)
                .mapTo(Boolean.class)
                .one());
    }

    /** The registration of an account, unless it was withdrawn. */
    Optional<Volunteer> findBySubject(String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM volunteer WHERE subject = :subject")
                        .bind("subject", subject)
                        .mapTo(Row.class)
                        .findOne())
                .map(this::open);
    }

    /** Those registered in a community, in the order of ids, after one of them. */
    List<Volunteer> in(DivisionCode community, @Nullable UUID after, int limit) {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM volunteer
                        WHERE community = :community AND withdrawn_on IS NULL
                          AND (CAST(:after AS uuid) IS NULL OR id > :after)
                        ORDER BY id LIMIT :limit""")
                .bind("community", community)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
        return rows.stream().map(this::open).toList();
    }

    /** Deletes everything that says who it was. */
    Optional<Anonymous> anonymise(String subject, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE volunteer SET withdrawn_on = :today, subject = NULL, identity_hash = NULL,
                          key_version = NULL, sealed_person = NULL, skills = NULL, availability = NULL,
                          consented_at = NULL
                        WHERE subject = :subject""")
                .bind("today", today)
                .bind("subject", subject)
                .executeAndReturnGeneratedKeys("id", "community")
                .mapTo(Anonymous.class)
                .findOne());
    }

    private Volunteer open(Row row) {
        return new Volunteer(
                row.id(),
                row.subject(),
                row.community(),
                row.category(),
                row.registeredOn(),
                Arrays.stream(row.skills()).map(Skill::valueOf).collect(Collectors.toSet()),
                Arrays.stream(row.availability()).map(Availability::valueOf).collect(Collectors.toSet()),
                seal.open(row.id(), new Sealed(row.keyVersion(), row.sealedPerson())));
    }

    private static String[] names(Collection<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
