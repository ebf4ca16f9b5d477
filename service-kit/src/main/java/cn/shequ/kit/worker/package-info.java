/** Work that goes on in the background for as long as the service runs. */
@NullMarked
package cn.shequ.kit.worker;

import org.jspecify.annotations.NullMarked;
