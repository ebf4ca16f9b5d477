package cn.shequ.localstack.postgres;

/** A PostgreSQL server that runs, wherever it came from. */
public interface PostgresServer extends AutoCloseable {

    Databases databases();

    @Override
    void close();
}
