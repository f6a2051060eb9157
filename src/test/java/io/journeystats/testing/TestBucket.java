package io.journeystats.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3-compatible bucket in a separate process that verifies signatures and keeps objects in
 * memory.
 */
public final class TestBucket implements AutoCloseable {
  /** The name of the bucket. */
  public static final String NAME = "exports";

  /** The access key. */
  public static final String ACCESS_KEY = "the-tests";

  /** The secret key. */
  public static final String SECRET_KEY = "a secret of the tests";

  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final URI endpoint;

  private TestBucket(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts the process and creates the bucket. */
  public static TestBucket start() {
    try {
      int port = FreePort.find();
      Path directory = Files.createDirectories(Path.of("target", "bucket"));
      Path settings =
          Files.writeString(
              Files.createTempFile(directory, "bucket", ".conf"),
              """
              s3proxy.endpoint=http://127.0.0.1:%d
              s3proxy.authorization=aws-v2-or-v4
              s3proxy.identity=%s
              s3proxy.credential=%s
              jclouds.provider=transient-nio2
              jclouds.identity=none
              jclouds.credential=none
              """
                  .formatted(port, ACCESS_KEY, SECRET_KEY));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-jar",
                  directory.resolve("s3proxy.jar").toString(),
                  "--properties",
                  settings.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log.txt").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      TestBucket bucket = new TestBucket(process, URI.create("http://127.0.0.1:" + port));
      bucket.create();
      return bucket;
    } catch (IOException e) {
      throw new IllegalStateException("The bucket did not start", e);
    }
  }

  /** The URL of the S3 API. */
  public URI endpoint() {
    return endpoint;
  }

  /** A client that may read and write the bucket. */
  public S3Client client() {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** Creates the bucket as soon as the process answers. */
  private void create() {
    long begin = System.nanoTime();
    try (S3Client client = client()) {
      while (true) {
        try {
          client.createBucket(create -> create.bucket(NAME));
          return;
        } catch (SdkClientException notYet) {
          if (!process.isAlive() || System.nanoTime() - begin > START_NANOS) {
            throw notYet;
          }
        }
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
