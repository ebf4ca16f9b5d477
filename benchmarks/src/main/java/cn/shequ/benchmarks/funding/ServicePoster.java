package cn.shequ.benchmarks.funding;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Posts over HTTP, as the approver: token check, validation, idempotency and event included. */
final class ServicePoster implements Client {

    private final HttpConnection connection;
    private final Supply supply;

    ServicePoster(URI service, String token, Supply supply) throws IOException {
        this.connection = new HttpConnection(service, "Authorization: Bearer " + token + "\r\n");
        this.supply = supply;
    }

    @Override
    public boolean once() throws IOException {
        Supply.Expenditure expenditure = supply.next();
        if (expenditure == null) {
            return false;
        }
        approve(expenditure);
        return true;
    }

    void approve(Supply.Expenditure expenditure) throws IOException {
        HttpConnection.Answer answer = connection.send(
                "POST",
                "/v1/expenditures/" + expenditure.id() + "/approval",
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                "");
        if (answer.status() != 200) {
            throw new IOException("not approved: " + answer.status() + " " + answer.text());
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
