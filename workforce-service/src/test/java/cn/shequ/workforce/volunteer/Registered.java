package cn.shequ.workforce.volunteer;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.workforce.citizen.CitizenIdentityNumber;
import cn.shequ.workforce.citizen.TestNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/** Volunteers who registered on days gone by. */
@ApplicationScoped
public class Registered {

    private final Volunteers volunteers;

    Registered(Volunteers volunteers) {
        this.volunteers = volunteers;
    }

    @Transactional
    public void volunteers(DivisionCode community, int number, LocalDate on) {
        for (int i = 0; i < number; i++) {
            add(community, on);
        }
    }

    @Transactional
    public void withdrawn(DivisionCode community, LocalDate registered, LocalDate withdrawn) {
        volunteers.anonymise(add(community, registered), withdrawn).orElseThrow();
    }

    private String add(DivisionCode community, LocalDate on) {
        String subject = UUID.randomUUID().toString();
        boolean added = volunteers.add(
                new Volunteer(
                        UUID.randomUUID(),
                        subject,
                        community,
                        VolunteerCategory.OTHER,
                        on,
                        Set.of(),
                        Set.of(),
                        new Person(
                                "张小梅",
                                CitizenIdentityNumber.of(TestNumbers.bornOn(LocalDate.of(1990, 3, 7))),
                                "13812345678",
                                null)),
                on.atStartOfDay().toInstant(ZoneOffset.UTC));
        if (!added) {
            throw new IllegalStateException("the test's volunteer was not registered");
        }
        return subject;
    }
}
