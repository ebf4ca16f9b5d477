package cn.shequ.funding.bank;

import cn.shequ.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A statement as the bank issued it: its balances and all of its lines. */
public record NewBankStatement(
        @NotNull UUID ledger,
        @NotBlank @Size(max = 64) String number,
        @NotNull LocalDate periodFrom,
        @NotNull LocalDate periodTo,
        @NotNull Money opening,
        @NotNull Money closing,
        @NotNull @Size(max = MOST_LINES) List<@NotNull @Valid NewBankLine> lines) {

    /** The most lines of one statement; a busier account is imported by the day. */
    public static final int MOST_LINES = 10_000;

    Money moved() {
        return Money.sum(lines.stream().map(NewBankLine::amount).toList());
    }

    /** SHA-256 over what it says, however it was spelled. */
    String fingerprint() {
        MessageDigest sha256 = sha256();
        add(sha256, List.of(ledger, number, periodFrom, periodTo, opening, closing));
        lines.forEach(line -> add(
                sha256,
                List.of(
                        line.bankReference(),
                        line.bookedOn(),
                        line.amount(),
                        line.remark() == null ? "" : line.remark())));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest digest, List<Object> values) {
        values.forEach(value -> {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
