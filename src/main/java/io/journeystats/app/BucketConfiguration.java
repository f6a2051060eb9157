package io.journeystats.app;

import io.journeystats.export.FileStorage;
import io.journeystats.export.S3Storage;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 or S3-compatible bucket. Blank values count as missing.
 *
 * @param name the bucket's name; if missing, there is no bucket
 * @param region the region
 * @param endpoint the endpoint of an S3-compatible store
 * @param accessKey the access key id; if missing, the default credential providers are used
 * @param secretKey the secret access key
 * @param prefix the prefix of the objects' keys
 */
public record BucketConfiguration(
    @Nullable String name,
    @Nullable String region,
    @Nullable URI endpoint,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable String prefix) {
  private static final String DEFAULT_REGION = "us-east-1";

  /** Returns a configuration without a bucket. */
  static BucketConfiguration none() {
    return new BucketConfiguration(null, null, null, null, null, null);
  }

  boolean isNamed() {
    return given(name).isPresent();
  }

  /** Opens the bucket as file storage. */
  FileStorage open() {
    var client =
        S3Client.builder()
            .region(Region.of(given(region).orElse(DEFAULT_REGION)))
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            // S3-compatible stores may not support the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    Optional.ofNullable(endpoint)
        .filter(uri -> !uri.toString().isBlank())
        .ifPresent(uri -> client.endpointOverride(uri).forcePathStyle(true));
    return new S3Storage(client.build(), given(name).orElseThrow(), given(prefix).orElse(""));
  }

  private AwsCredentialsProvider credentials() {
    return given(accessKey)
        .<AwsCredentialsProvider>map(key ->
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key, given(secretKey).orElse(""))))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }

  /** Omits the secret. */
  @Override
  public String toString() {
    return "bucket " + name;
  }
}
