package cn.shequ.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names an event for ever: the wire type is {@code cn.shequ.<source>.<name>.v<version>}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The service that publishes it, and so the topic {@code <source>.events}. */
    String source();

    /** What happened, in the past tense, in kebab case. */
    String name();

    /** Counts up when a reader of the version before could misread the new one; an added optional part does not. */
    int version();

    /** The component that identifies the aggregate. */
    String subject();

    /** The component whose value is the partition key: what must arrive in order shares it. */
    String key();

    /** One sentence for the reader of the AsyncAPI document and of the schema, with the article. */
    String says();

    /** Whether every reader of the log gets it whole, wherever it happened: what the log says about itself. */
    boolean open() default false;
}
