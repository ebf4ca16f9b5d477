/** Load on a service, and what it takes: clients, connections, figures. */
@NullMarked
package cn.shequ.benchmarks.load;

import org.jspecify.annotations.NullMarked;
