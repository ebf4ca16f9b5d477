package cn.shequ.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A record inside an event, or the event's data as a whole. What is absent is left out of the JSON, never written as
 * null; a reader passes over what a newer writer added.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public interface EventPart {}
