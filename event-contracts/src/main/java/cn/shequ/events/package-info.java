/**
 * The public language of the suite: one record per event, found by its type in the {@link cn.shequ.events.EventCatalogue}.
 */
@NullMarked
package cn.shequ.events;

import org.jspecify.annotations.NullMarked;
