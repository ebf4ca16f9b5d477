/** What funding-service publishes: allocations, obligations, receipts, expenditures and diversions (Art. 5, 11, 15, 16). */
@NullMarked
package cn.shequ.events.funding;

import org.jspecify.annotations.NullMarked;
