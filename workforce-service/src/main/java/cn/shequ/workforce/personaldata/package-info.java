/** Personal data at rest: encrypted with a key version, found by a keyed hash, shown masked. */
@NullMarked
package cn.shequ.workforce.personaldata;

import org.jspecify.annotations.NullMarked;
