/**
 * The main flow of the policy, played on the real divisions of Changchun through the gateway's public API, as
 * integrators of a city would call it. {@code ./shequ up} plays it as a demonstration, the acceptance tests as a test.
 */
@NullMarked
package cn.shequ.localstack.flow;

import org.jspecify.annotations.NullMarked;
