package cn.shequ.admission.organisation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shequ.localstack.TestInfrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Says to the database what no service would. */
public final class Guard {

    private Guard() {}

    /** As the running service may, in one transaction: refused at the latest when it is committed. */
    public static void refused(String words, String statements) {
        assertThatThrownBy(() -> run(statements))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    private static void run(String statements) throws SQLException {
        try (Connection connection =
                        TestInfrastructure.addresses().requireDatabases().asApp("admission");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(statements);
            connection.commit();
        }
    }
}
