package io.journeystats.metric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The note on a part of an answer that says which metrics' numbers it holds, for whoever describes
 * the answer: on a map from keys to numbers, or on a single number.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OfMetrics {
  /** The metrics. */
  MetricSet value();

  /** The key of the one metric that is meant; empty means the name of the part, or all. */
  String key() default "";

  /** In which case all of them are null; empty means in none. */
  String nullWhere() default "";

  /** What the map's keys are, where it holds the one metric's numbers of many things. */
  String each() default "";
}
