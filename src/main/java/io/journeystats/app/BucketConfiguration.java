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
 * A bucket of S3, or of what speaks its protocol, as the configuration names it; what is blank
 * counts as left out.
 *
 * @param name its name; without one there is no bucket
 * @param region its region
 * @param endpoint where it is, for what is not S3 itself
 * @param accessKey the id of the key; without one the usual places are searched for credentials
 * @param secretKey its secret
 * @param prefix what the keys of our files begin with
 */
public record BucketConfiguration(
    @Nullable String name,
    @Nullable String region,
    @Nullable URI endpoint,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable String prefix) {
  private static final String REGION_OF_OTHERS = "us-east-1";

  /** No bucket. */
  static BucketConfiguration none() {
    return new BucketConfiguration(null, null, null, null, null, null);
  }

  boolean isNamed() {
    return given(name).isPresent();
  }

  /** The files in it. */
  FileStorage open() {
    var client =
        S3Client.builder()
            .region(Region.of(given(region).orElse(REGION_OF_OTHERS)))
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            // What only speaks S3's protocol may not know its newer checksums.
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

  /** Without the secret. */
  @Override
  public String toString() {
    return "bucket " + name;
  }
}
