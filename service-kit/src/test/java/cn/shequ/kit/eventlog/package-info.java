@NullMarked
package cn.shequ.kit.eventlog;

import org.jspecify.annotations.NullMarked;
