package io.journeystats.export;

import java.io.IOException;

/** A file that is being written. One that is closed and was not published leaves nothing. */
public interface FileUpload extends AutoCloseable {

  /** Writes more of it. */
  void write(byte[] bytes, int offset, int length) throws IOException;

  /** Completes the file; when this returns, it has its name, and is complete and durable. */
  void publish() throws IOException;

  /** Drops what was written, unless it was published. */
  @Override
  void close() throws IOException;
}
