/** JDBI, set up once for the values of this suite. */
@NullMarked
package cn.shequ.kit.sql;

import org.jspecify.annotations.NullMarked;
