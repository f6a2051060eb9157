package io.journeystats.app;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.google.common.base.Throwables;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import jakarta.validation.Validator;
import java.io.IOException;

/**
 * A reader of configuration files that refuses unknown fields, which would otherwise have no effect
 * without a word.
 *
 * @param <T> the type of the configuration
 */
final class StrictConfigurationFactory<T> extends YamlConfigurationFactory<T> {

  /**
   * Creates a reader with Dropwizard's JSON settings.
   *
   * @param prefix the prefix of the system properties that override fields
   */
  StrictConfigurationFactory(Class<T> type, Validator validator, String prefix) {
    super(
        type,
        validator,
        Jackson.newObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
        prefix);
  }

  @Override
  public T build(ConfigurationSourceProvider provider, String path)
      throws IOException, ConfigurationException {
    try {
      return super.build(provider, path);
    } catch (ConfigurationException invalid) {
      // A command prints the exception. Its message says what is wrong; stack traces would bury it.
      for (Throwable thrown : Throwables.getCausalChain(invalid)) {
        thrown.setStackTrace(new StackTraceElement[0]);
      }
      throw invalid;
    }
  }
}
