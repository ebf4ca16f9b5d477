/** What facilities-service publishes: territory, local rules, premises and planning reviews (Art. 9, 12, 13). */
@NullMarked
package cn.shequ.events.facilities;

import org.jspecify.annotations.NullMarked;
