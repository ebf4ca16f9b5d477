/** PostgreSQL, Kafka and an OIDC issuer without Docker: for {@code ./shequ up} and for every test that needs them. */
@NullMarked
package cn.shequ.localstack;

import org.jspecify.annotations.NullMarked;
