package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.HttpConnection;
import cn.shequ.benchmarks.town.Street;
import cn.shequ.benchmarks.town.Town;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One client that approves whole batches of expenditures, call after call until each is through. An accountant recorded them
 * before: that books nothing, so it is laid ready and not measured.
 */
final class ApprovalBatchPoster implements Client {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern DONE = Pattern.compile("\"done\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"next\":(\\d+)");

    private final HttpConnection connection;
    private final int lines;
    private final Queue<String> recorded = new ArrayDeque<>();

    /** @param batches how many are laid ready */
    ApprovalBatchPoster(URI service, String accountant, String approver, Street street, int lines, int batches)
            throws IOException {
        this.connection = new HttpConnection(service, "Authorization: Bearer " + approver + "\r\n");
        this.lines = lines;
        try (HttpConnection recording = new HttpConnection(
                service, "Authorization: Bearer " + accountant + "\r\nContent-Type: application/x-ndjson\r\n")) {
            for (int i = 0; i < batches; i++) {
                recorded.add(record(recording, street));
            }
        }
    }

    private String record(HttpConnection recording, Street street) throws IOException {
        String key = UUID.randomUUID().toString();
        HttpConnection.Answer answer = recording.send(
                "POST", "/v1/expenditure-batches", "Idempotency-Key: " + key + "\r\n", batch(key, street));
        Matcher id = ID.matcher(answer.text());
        if (answer.status() != 201 || !answer.text().contains("\"booked\":" + lines + ",") || !id.find()) {
            throw new IOException("not recorded: " + answer.status() + " " + answer.text());
        }
        return id.group(1);
    }

    private String batch(String key, Street street) {
        StringBuilder batch = new StringBuilder(lines * 320);
        for (int line = 0; line < lines; line++) {
            batch.append("{\"reference\":\"").append(key).append('-').append(line);
            batch.append("\",\"fund\":\"")
                    .append(street.funds().get(line % street.funds().size()));
            batch.append("\",\"category\":\"WORKING_COSTS\",\"amount\":\"").append(Supply.AMOUNT);
            batch.append("\",\"payee\":\"某某文印店\",\"purpose\":\"入户宣传材料制作\",\"evidence\":[],\"bookedOn\":\"");
            batch.append(Town.TODAY).append("\"}\n");
        }
        return batch.toString();
    }

    @Override
    public boolean once() throws IOException {
        String batch = recorded.poll();
        if (batch == null) {
            return false;
        }
        int done = 0;
        String after = "0";
        while (after != null) {
            HttpConnection.Answer answer = connection.send(
                    "POST",
                    "/v1/expenditure-batches/" + batch + "/approval?after=" + after,
                    "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                    "");
            Matcher step = DONE.matcher(answer.text());
            if (answer.status() != 200 || !step.find()) {
                throw new IOException("not approved: " + answer.status() + " " + answer.text());
            }
            done += Integer.parseInt(step.group(1));
            Matcher next = NEXT.matcher(answer.text());
            after = next.find() ? next.group(1) : null;
        }
        if (done != lines) {
            throw new IOException("of " + lines + " lines " + done + " were approved");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
