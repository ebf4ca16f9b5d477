package cn.shequ.funding.organisation;

import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.identity.CreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes organisations known to the service, as its replica does when it hears of one. */
@ApplicationScoped
public class Register {

    private static final AtomicInteger FOUNDED = new AtomicInteger(1000);

    private final Organisations organisations;

    Register(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Its credit code. */
    @Transactional
    public String found(DivisionCode division, Standing standing) {
        String code = "52" + division.value().substring(0, 6) + "MJ000" + FOUNDED.incrementAndGet();
        CreditCode creditCode = CreditCode.of(code + CreditCode.checkCharacter(code));
        organisations.put(new Organisation(
                creditCode,
                division,
                "社会工作服务中心" + code.substring(13),
                "PRIVATE_NON_ENTERPRISE",
                standing,
                LocalDate.of(2020, 1, 1)));
        return creditCode.value();
    }
}
