/** What admission-service publishes: bodies, leading groups, admitted tasks and refusals (Art. 4, 5, 34, 35). */
@NullMarked
package cn.shequ.events.admission;

import org.jspecify.annotations.NullMarked;
