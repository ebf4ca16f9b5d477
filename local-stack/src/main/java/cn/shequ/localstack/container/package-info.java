/** Servers in containers of the Docker engine of this machine, as tests start, kill and remove them. */
@NullMarked
package cn.shequ.localstack.container;

import org.jspecify.annotations.NullMarked;
