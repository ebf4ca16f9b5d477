/** What surrounds a gateway: an issuer, services that behave or do not, clients that behave or do not. */
@NullUnmarked
package cn.shequ.gateway.surroundings;

import org.jspecify.annotations.NullUnmarked;
