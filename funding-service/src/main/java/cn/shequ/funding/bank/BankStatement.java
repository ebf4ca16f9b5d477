package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A statement as imported; its lines are listed apart.
 *
 * @param lines how many
 * @param matched how many of them are matched to entries now
 */
public record BankStatement(
        UUID id,
        UUID ledger,
        String number,
        LocalDate periodFrom,
        LocalDate periodTo,
        Money opening,
        Money closing,
        int lines,
        int matched,
        String fingerprint,
        Instant importedAt) {}
