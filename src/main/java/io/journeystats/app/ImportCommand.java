package io.journeystats.app;

import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import io.journeystats.cli.Backoff;
import io.journeystats.cli.Destination;
import io.journeystats.cli.Terminal;
import io.journeystats.cli.Upload;
import io.journeystats.cli.UploadResult;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntConsumer;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** The command that uploads event files to a running service. */
final class ImportCommand extends Command {
  private static final String KEY = "JOURNEY_STATS_KEY";

  private final IntConsumer exit;

  /**
   * Creates the command.
   *
   * @param exit ends the process with a nonzero code
   */
  ImportCommand(IntConsumer exit) {
    super("import", "Uploads event files to a service: CSV or NDJSON");
    this.exit = exit;
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--url")
        .setDefault("http://127.0.0.1:8080")
        .help("the URL of the service; default: http://127.0.0.1:8080");
    parser
        .addArgument("--key")
        .help("an API key that may send events; prefer " + KEY + ", which other users cannot see");
    parser
        .addArgument("--attempts")
        .type(Integer.class)
        .setDefault(10)
        .help("the maximum number of attempts per chunk; default: 10");
    parser
        .addArgument("files")
        .nargs("+")
        .metavar("FILE")
        .help("CSV or NDJSON, plain, gzip or zstd; - for standard input");
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace arguments) {
    Optional<String> key =
        Optional.ofNullable(arguments.getString("key"))
            .or(() -> Optional.ofNullable(System.getenv(KEY)))
            .filter(given -> !given.isBlank());
    if (key.isEmpty()) {
      System.err.println("Set " + KEY + " to an API key that may send events.");
      exit.accept(UploadResult.FAILED.exitCode());
      return;
    }
    Destination destination =
        new Destination(
            URI.create(arguments.getString("url")),
            key.get(),
            Backoff.of(Math.max(1, arguments.getInt("attempts"))));
    Terminal terminal =
        new Terminal(System.in, System.out, System.err, DemoCommand.isTerminalPresent());
    UploadResult outcome = new Upload(destination, terminal).send(arguments.getList("files"));
    if (outcome.exitCode() != 0) {
      exit.accept(outcome.exitCode());
    }
  }
}
