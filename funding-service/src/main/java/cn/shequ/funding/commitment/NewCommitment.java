package cn.shequ.funding.commitment;

import cn.shequ.funding.ledger.PositiveAmount;
import cn.shequ.kit.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation to be made.
 *
 * @param bookedOn from which day on the money is reserved
 * @param until the last day on which it may be used
 * @param reference what it is for, a contract for instance; it has one reservation in force at a time
 */
public record NewCommitment(
        @NotNull UUID fund,
        @NotNull @PositiveAmount Money amount,
        @NotNull LocalDate bookedOn,
        @NotNull LocalDate until,
        @Nullable UUID reference) {}
