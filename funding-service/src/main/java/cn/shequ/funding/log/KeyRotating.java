package cn.shequ.funding.log;

import cn.shequ.events.funding.LogKeyRotated;
import cn.shequ.kit.division.DivisionCode;
import cn.shequ.kit.division.DivisionLevel;
import cn.shequ.kit.eventlog.EventLogConfig;
import cn.shequ.kit.eventlog.KeyRotation;
import cn.shequ.kit.eventlog.LogKeys;
import cn.shequ.kit.problem.HttpProblem;
import cn.shequ.kit.problem.Refusal;
import cn.shequ.kit.security.Callers;
import cn.shequ.kit.territory.Division;
import cn.shequ.kit.territory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;

/** Lets a prepared key sign the log and says so in the log, in one transaction. */
@ApplicationScoped
class KeyRotating {

    private final LogKeys keys;
    private final EventLogConfig config;
    private final Callers callers;
    private final Territory territory;

    KeyRotating(LogKeys keys, EventLogConfig config, Callers callers, Territory territory) {
        this.keys = keys;
        this.config = config;
        this.callers = callers;
        this.territory = territory;
    }

    KeyRotation rotate(NewKeyRotation wanted) {
        DivisionCode city = city();
        int days = Objects.requireNonNullElse(wanted.overlapDays(), config.keyOverlapDays());
        return keys.rotate(wanted.keyHash(), Duration.ofDays(days), rotation -> announcement(rotation, city));
    }

    /** The log is the whole city's, and so is its key. */
    private DivisionCode city() {
        DivisionCode own = callers.current().division();
        if (own == null
                || territory
                        .find(own)
                        .map(Division::level)
                        .filter(DivisionLevel.CITY::equals)
                        .isEmpty()) {
            throw Refusal.of(HttpProblem.OUTSIDE_JURISDICTION);
        }
        return own;
    }

    private static LogKeyRotated announcement(KeyRotation rotation, DivisionCode city) {
        return new LogKeyRotated(
                rotation.key().name(),
                city.value(),
                rotation.key().hash(),
                rotation.key().publicKey(),
                rotation.previous().hash(),
                rotation.signsFrom(),
                rotation.overlapUntil());
    }
}
