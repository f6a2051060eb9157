package io.journeystats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Files in a bucket of S3, or of what speaks its protocol. A file is uploaded in parts and appears
 * as a whole when the upload is completed, which is the bucket's own doing.
 */
public final class S3Storage implements FileStorage {
  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /**
   * The files of a bucket.
   *
   * @param client speaks to it; closed with this
   * @param bucket its name
   * @param prefix what the keys of our files begin with; may be empty
   */
  public S3Storage(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public FileUpload begin(String name) {
    return new S3Upload(client, bucket, prefix + name);
  }

  @Override
  public Optional<InputStream> read(String name, long from, long length) throws IOException {
    try {
      if (length == 0) {
        // No range is empty, so there is nothing to ask for but whether the file exists.
        client.headObject(head -> head.bucket(bucket).key(prefix + name));
        return Optional.of(InputStream.nullInputStream());
      }
      return Optional.of(
          client.getObject(get ->
              get.bucket(bucket)
                  .key(prefix + name)
                  .range("bytes=%d-%d".formatted(from, from + length - 1))));
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException failure) {
      throw failed(failure);
    }
  }

  @Override
  public void delete(String name) throws IOException {
    ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(prefix + name)));
    for (MultipartUpload upload : unfinished(prefix + name)) {
      ask(() ->
          client.abortMultipartUpload(
              abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
    }
  }

  @Override
  public List<FileEntry> list() throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    ask(() -> {
      client
          .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
          .contents()
          .forEach(object -> entries.add(entry(object.key(), true)));
      return entries;
    });
    unfinished(prefix).forEach(upload -> entries.add(entry(upload.key(), false)));
    return List.copyOf(entries);
  }

  private FileEntry entry(String key, boolean published) {
    return new FileEntry(key.substring(prefix.length()), published);
  }

  private List<MultipartUpload> unfinished(String keyPrefix) throws IOException {
    return ask(() ->
        client
            .listMultipartUploadsPaginator(list -> list.bucket(bucket).prefix(keyPrefix))
            .uploads()
            .stream()
            .toList());
  }

  /** A bucket has no end. */
  @Override
  public OptionalLong free() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T ask(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (SdkException failure) {
      throw failed(failure);
    }
  }

  /** Everything that storage cannot do is an {@link IOException}, wherever it lies. */
  static IOException failed(SdkException failure) {
    return new IOException("the bucket refused: " + failure.getMessage(), failure);
  }
}
