package io.journeystats.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.core.cli.ServerCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.PortDescriptor;
import io.dropwizard.lifecycle.ServerLifecycleListener;
import io.dropwizard.logging.common.AbstractAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.journeystats.demo.Demo;
import io.journeystats.demo.DemoConsole;
import io.journeystats.journey.JourneyCatalogue;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import org.eclipse.jetty.server.Server;

/**
 * The command that runs the server with a demo tenant and reserves the console for messages to
 * users.
 */
final class DemoCommand extends ServerCommand<JourneyStatsConfiguration> {
  /**
   * The environment variable with the command that shows a file, set by the container's entry
   * point.
   */
  private static final String FILE_COMMAND = "JOURNEY_STATS_FILE_COMMAND";

  private final JourneyStatsApplication application;

  DemoCommand(JourneyStatsApplication application) {
    super(application, "demo", "Runs the server with a demo tenant");
    this.application = application;
  }

  @Override
  protected void run(
      Bootstrap<JourneyStatsConfiguration> bootstrap,
      Namespace namespace,
      JourneyStatsConfiguration configuration)
      throws Exception {
    quietConsole(bootstrap, configuration);
    super.run(bootstrap, namespace, configuration);
  }

  @Override
  protected void run(
      Environment environment, Namespace namespace, JourneyStatsConfiguration configuration)
      throws Exception {
    Demo demo = demo(application.service(), configuration);
    environment.lifecycle().manage(demo);
    environment.lifecycle().addServerLifecycleListener(new DemoStarter(demo));
    super.run(environment, namespace, configuration);
  }

  private static Demo demo(Service service, JourneyStatsConfiguration configuration) {
    return new Demo(
        service.tenants(),
        service.journeys(),
        clock -> new JourneyCatalogue(service.clickHouse().dsl("journeys"), clock),
        service.intake(),
        Clock.systemUTC(),
        configuration.dataDirectory().resolve("demo.json"),
        new DemoConsole(
            System.out,
            isTerminalPresent(),
            Optional.ofNullable(System.getenv(FILE_COMMAND)).filter(text -> !text.isBlank())),
        1);
  }

  /** Returns whether the process's output is a terminal. */
  static boolean isTerminalPresent() {
    return Optional.ofNullable(System.console()).filter(c -> c.isTerminal()).isPresent();
  }

  /** Limits the console to warnings and writes the full log to a file. */
  private void quietConsole(
      Bootstrap<JourneyStatsConfiguration> bootstrap, JourneyStatsConfiguration configuration) {
    if (configuration.getLoggingFactory() instanceof DefaultLoggingFactory logging) {
      var appenders = new ArrayList<>(logging.getAppenders());
      for (var appender : List.copyOf(appenders)) {
        if (appender instanceof AbstractAppenderFactory<ILoggingEvent> adjustable) {
          adjustable.setThreshold("WARN");
        }
      }
      var file = new FileAppenderFactory<ILoggingEvent>();
      file.setCurrentLogFilename(configuration.dataDirectory().resolve("log/demo.log").toString());
      file.setArchive(false);
      appenders.add(file);
      logging.setAppenders(appenders);
      logging.configure(bootstrap.getMetricRegistry(), application.getName());
    }
  }

  /**
   * Starts the demo once the server listens.
   *
   * @param demo the demo
   */
  private record DemoStarter(Demo demo) implements ServerLifecycleListener {
    @Override
    public void serverStarted(Server server) {
      demo.begin(address(getPortDescriptorList(server)));
    }

    private static URI address(List<PortDescriptor> ports) {
      PortDescriptor port =
          ports.stream()
              .filter(candidate -> candidate.getConnectorType().equals("application"))
              .findFirst()
              .orElseGet(ports::getFirst);
      return URI.create("http://127.0.0.1:" + port.getPort());
    }
  }
}
