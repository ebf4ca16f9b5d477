@NullMarked
package cn.shequ.kit.document;

import org.jspecify.annotations.NullMarked;
