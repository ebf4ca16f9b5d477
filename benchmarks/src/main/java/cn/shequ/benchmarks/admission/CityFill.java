package cn.shequ.benchmarks.admission;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Writes cities with what was signed for them into the database, inside the server: each from a temporary table of its own
 * placements, so that the tenth costs no more than the first. Steps, votes and trail of the applications are left out: no check
 * reads them.
 */
final class CityFill {

    private static final String DIVISIONS = "/territory/changchun-divisions.csv";

    private final Connection connection;
    private final int communities;
    private final LocalDate today;

    /**
     * @param connection of a superuser
     * @param communities how many each city has at most
     */
    CityFill(Connection connection, int communities, LocalDate today) throws IOException, SQLException {
        this.connection = connection;
        this.communities = communities;
        this.today = today;
        try (Statement sql = connection.createStatement();
                InputStream file = CityFill.class.getResourceAsStream(DIVISIONS)) {
            if (file == null) {
                throw new IOException("the territory's file is not there: " + DIVISIONS);
            }
            sql.execute("CREATE TEMP TABLE read_division (code text, name text, level text, kind text, parent text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY read_division FROM STDIN (FORMAT csv, HEADER)", file);
            sql.execute("""
                    CREATE TEMP TABLE real_division AS
                    SELECT *, row_number() OVER (PARTITION BY level ORDER BY code) AS number FROM read_division""");
            sql.execute("""
                    CREATE TEMP TABLE filled_task (n int, start text, id uuid, department text, matter text, kind text, valid_from date,
                      valid_to date)""");
            sql.execute("CREATE TEMP TABLE filled_community (number bigint, code char(12), tail text)");
            sql.execute("""
                    CREATE TEMP TABLE filled_placement (n int, number bigint, id uuid, obligation uuid, application uuid,
                      department text, community char(12), matter text, stage text, valid_from date, valid_to date,
                      funded_through date, further_years int)""");
            sql.execute("SET synchronous_commit = off");
        }
    }

    /**
     * Writes one city.
     *
     * @param guarded whether every trigger and foreign key is in force, and the past is written, too; without, the tables' other
     *     constraints are
     */
    City write(int number, boolean guarded) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET LOCAL session_replication_role = " + (guarded ? "origin" : "replica"));
            sql.execute("TRUNCATE filled_task, filled_community, filled_placement");
            for (String statement : CitySql.CITY) {
                sql.execute(told(statement, number));
            }
            if (guarded) {
                for (String statement : CitySql.PAST) {
                    sql.execute(statement);
                }
            }
            City city = new City(number, City.departments(number), communities(sql));
            connection.commit();
            return city;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<String> communities(Statement sql) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("SELECT code FROM filled_community ORDER BY number")) {
            while (row.next()) {
                codes.add(row.getString(1));
            }
        }
        return List.copyOf(codes);
    }

    private String told(String statement, int number) {
        return statement
                .replace("{stage}", CitySql.STAGE)
                .replace("{prefix}", "" + City.prefix(number))
                .replace("{city}", City.prefix(number) + "00000000")
                .replace("{departments}", City.departments(number).stream().collect(Collectors.joining(",", "{", "}")))
                .replace(
                        "{matters}",
                        IntStream.range(0, City.TASKS)
                                .mapToObj(City::matter)
                                .collect(Collectors.joining(",", "{", "}")))
                .replace("{bodies}", "" + City.DEPARTMENTS)
                .replace("{tasks}", "" + City.TASKS)
                .replace("{communities}", "" + communities)
                .replace("{number}", "" + number)
                .replace("{today}", today.toString())
                .replace("{year}", today.withDayOfYear(1).toString());
    }
}
