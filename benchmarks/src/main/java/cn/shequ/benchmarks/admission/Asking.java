package cn.shequ.benchmarks.admission;

import cn.shequ.benchmarks.load.Client;
import cn.shequ.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

/** Sends one request after another over HTTP and reads the whole answer: token check and all filters included. */
final class Asking implements Client.Patient {

    /** @param body empty for a GET */
    record Request(String method, String path, String body) {

        static Request get(String path) {
            return new Request("GET", path, "");
        }
    }

    private final HttpConnection connection;
    private final Supplier<Request> next;
    private String asked = "";

    Asking(URI service, String token, Supplier<Request> next) throws IOException {
        this.connection = new HttpConnection(
                service,
                "Authorization: Bearer " + token
                        + "\r\nAccept: application/json\r\nAccept-Language: zh-CN\r\nContent-Type: application/json\r\n");
        this.next = next;
    }

    @Override
    public void begin() throws IOException {
        Request request = next.get();
        asked = request.path();
        connection.ask(request.method(), asked, "", request.body());
    }

    @Override
    public boolean isAnswered() throws IOException {
        return connection.isAnswered();
    }

    @Override
    public void end() throws IOException {
        HttpConnection.Answer answer = connection.answer();
        if (answer.status() != 200 || answer.body().length == 0) {
            throw new IOException(asked + ": " + answer.status() + " " + answer.text());
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
