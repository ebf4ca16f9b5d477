/** A service in miniature, with which the kit is tested over real HTTP, PostgreSQL, Kafka and tokens. */
@NullMarked
package cn.shequ.kit.probe;

import org.jspecify.annotations.NullMarked;
