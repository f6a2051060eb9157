package io.journeystats.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Concurrent senders that share a queue of bodies.
 *
 * @param count the number of senders
 */
record Senders(int count) {

  /**
   * The outcome of sending.
   *
   * @param seconds the total duration
   * @param nanos the duration of each request
   */
  record Outcome(double seconds, List<Long> nanos) {}

  /** The recipient of one sender. */
  @FunctionalInterface
  interface Recipient {
    void take(byte[] body) throws IOException;
  }

  /** Sends all bodies; each sender has its own recipient. */
  Outcome send(List<byte[]> bodies, Callable<? extends Recipient> recipients)
      throws InterruptedException, ExecutionException {
    Queue<byte[]> left = new ConcurrentLinkedQueue<>(bodies);
    long begin = System.nanoTime();
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Long>>> work = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        work.add(() -> send(left, recipients.call()));
      }
      for (Future<List<Long>> done : threads.invokeAll(work)) {
        nanos.addAll(done.get());
      }
    }
    return new Outcome((System.nanoTime() - begin) / 1e9, nanos);
  }

  private static List<Long> send(Queue<byte[]> left, Recipient recipient) throws IOException {
    List<Long> nanos = new ArrayList<>();
    for (byte[] body = left.poll(); body != null; body = left.poll()) {
      long begin = System.nanoTime();
      recipient.take(body);
      nanos.add(System.nanoTime() - begin);
    }
    return nanos;
  }
}
