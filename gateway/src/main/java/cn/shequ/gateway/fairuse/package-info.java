/** How much one caller and one address may ask for. */
@NullMarked
package cn.shequ.gateway.fairuse;

import org.jspecify.annotations.NullMarked;
