package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client that sends one batch of receipts after another, all for the funds of one subdistrict. */
final class ReceiptBatchPoster implements Client {

    private static final Pattern BOOKED = Pattern.compile("\"booked\":(\\d+)");

    private final HttpConnection connection;
    private final Street street;
    private final int lines;

    ReceiptBatchPoster(URI service, String token, Street street, int lines) throws IOException {
        this.connection = new HttpConnection(
                service, "Authorization: Bearer " + token + "\r\nContent-Type: application/x-ndjson\r\n");
        this.street = street;
        this.lines = lines;
    }

    @Override
    public boolean once() throws IOException {
        String key = UUID.randomUUID().toString();
        HttpConnection.Answer answer =
                connection.send("POST", "/v1/receipt-batches", "Idempotency-Key: " + key + "\r\n", batch(key));
        Matcher booked = BOOKED.matcher(answer.text());
        if (answer.status() != 201 || !booked.find() || Integer.parseInt(booked.group(1)) != lines) {
            throw new IOException("not booked: " + answer.status() + " " + answer.text());
        }
        return true;
    }

    private String batch(String key) {
        StringBuilder batch = new StringBuilder(lines * 256);
        for (int line = 0; line < lines; line++) {
            batch.append("{\"ledger\":\"").append(street.ledger());
            batch.append("\",\"payer\":\"").append(Town.DISTRICT);
            batch.append("\",\"amount\":\"1000.00\",\"bookedOn\":\"").append(Town.TODAY);
            batch.append("\",\"bankReference\":\"").append(key).append('-').append(line);
            batch.append("\",\"fund\":\"")
                    .append(street.funds().get(line % street.funds().size()));
            batch.append("\"}\n");
        }
        return batch.toString();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
