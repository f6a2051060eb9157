package io.journeystats.metric;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An annotation that names the metrics in a part of an answer, for the API description. The part is
 * a map from keys to numbers or a single number.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OfMetrics {
  /** The set of metrics in the part. */
  MetricSet value();

  /** The key of a single metric; if empty, the part's name is the key, or it holds all metrics. */
  String key() default "";

  /** The case in which all numbers are null; empty if there is none. */
  String nullWhere() default "";

  /** The meaning of the map's keys, if it holds numbers of a single metric. */
  String each() default "";
}
