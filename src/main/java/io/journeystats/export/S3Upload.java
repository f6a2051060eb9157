package io.journeystats.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A file on its way to a bucket, a part after the other; a small one goes as a whole. */
final class S3Upload implements FileUpload {
  /** A file has at most 10,000 parts, so it may have 80 GB. */
  private static final int PART = 8 << 20;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final ByteBuffer part = ByteBuffer.allocate(PART);
  private final List<CompletedPart> sent = new ArrayList<>();
  private Optional<String> upload = Optional.empty();
  private boolean published;

  S3Upload(S3Client client, String bucket, String key) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (!part.hasRemaining()) {
        sendPart();
      }
      int some = Math.min(part.remaining(), end - from);
      part.put(bytes, from, some);
      from += some;
    }
  }

  private void sendPart() throws IOException {
    try {
      String id = upload.orElseGet(this::begin);
      upload = Optional.of(id);
      int number = sent.size() + 1;
      String tag =
          client
              .uploadPart(
                  request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number),
                  body())
              .eTag();
      sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      part.clear();
    } catch (SdkException failure) {
      throw S3Storage.failed(failure);
    }
  }

  private String begin() {
    return client
        .createMultipartUpload(request -> request.bucket(bucket).key(key).contentType("text/csv"))
        .uploadId();
  }

  private RequestBody body() {
    return RequestBody.fromByteBuffer(part.duplicate().flip());
  }

  @Override
  public void publish() throws IOException {
    if (upload.isPresent()) {
      sendPart();
    }
    try {
      upload.ifPresentOrElse(this::complete, this::putWhole);
      published = true;
    } catch (SdkException failure) {
      throw S3Storage.failed(failure);
    }
  }

  private void complete(String id) {
    client.completeMultipartUpload(request ->
        request.bucket(bucket).key(key).uploadId(id).multipartUpload(parts -> parts.parts(sent)));
  }

  private void putWhole() {
    client.putObject(request -> request.bucket(bucket).key(key).contentType("text/csv"), body());
  }

  @Override
  public void close() throws IOException {
    if (!published && upload.isPresent()) {
      String id = upload.get();
      upload = Optional.empty();
      try {
        client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(id));
      } catch (SdkException failure) {
        throw S3Storage.failed(failure);
      }
    }
  }
}
