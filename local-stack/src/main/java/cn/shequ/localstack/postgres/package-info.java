/** A real PostgreSQL on the loopback interface, with one database and two roles per service. */
@NullMarked
package cn.shequ.localstack.postgres;

import org.jspecify.annotations.NullMarked;
