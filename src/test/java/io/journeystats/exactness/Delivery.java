package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * Sends events as badly as a client may: in any order and form, in parallel, and some repeatedly.
 *
 * @param client who sends them
 * @param random decides about everything
 * @param sizes how many events the next request has
 * @param sender sends a request until it is satisfied with the answer
 * @param isErased tells whether an event is accepted and not stored
 */
record Delivery(
    Client client,
    Random random,
    IntSupplier sizes,
    Function<Supplier<Answer>, Answer> sender,
    Predicate<ObjectNode> isErased) {
  private static final int LARGEST_BATCH = 500;

  /** A delivery to a tenant that erases nobody. */
  Delivery(
      Client client, Random random, IntSupplier sizes, Function<Supplier<Answer>, Answer> sender) {
    this(client, random, sizes, sender, _ -> false);
  }

  /** A delivery in batches of any size, by a client that expects every request to succeed. */
  Delivery(Client client, Random random) {
    this(client, random, () -> 1 + random.nextInt(LARGEST_BATCH), Supplier::get);
  }

  /** One request, ready to be sent. */
  private record Parcel(int size, long erased, Supplier<Answer> request) {}

  /** Sends every event at least once and about every tenth again, within and across requests. */
  void deliver(List<ObjectNode> events) {
    List<ObjectNode> all = new ArrayList<>(events);
    for (ObjectNode event : events) {
      if (random.nextInt(10) == 0) {
        all.add(event);
      }
    }
    Collections.shuffle(all, random);
    List<Parcel> parcels = new ArrayList<>();
    for (int start = 0; start < all.size(); ) {
      int end = Math.min(all.size(), start + sizes.getAsInt());
      List<ObjectNode> batch = all.subList(start, end);
      parcels.add(pack(batch));
      if (random.nextInt(10) == 0) {
        parcels.add(pack(batch));
      }
      start = end;
    }
    sendInParallel(parcels);
  }

  private void sendInParallel(List<Parcel> parcels) {
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      List<Future<?>> sent = new ArrayList<>();
      parcels.forEach(parcel -> sent.add(executor.submit(() -> send(parcel))));
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a delivery failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void send(Parcel parcel) {
    Answer answer = sender.apply(parcel.request());
    JsonNode json = answer.json(200);
    if (json.path("accepted").asInt() != parcel.size()
        || json.path("rejected").size() != 0
        || json.path("ignored_erased").asLong() != parcel.erased()) {
      throw new AssertionError("not all %d accepted: %s".formatted(parcel.size(), answer));
    }
  }

  private Parcel pack(List<ObjectNode> batch) {
    List<ObjectNode> events = batch.stream().map(this::reworded).toList();
    boolean lines = random.nextBoolean();
    String type = lines ? "application/x-ndjson" : "application/json";
    byte[] body = (lines ? lines(events) : array(events)).getBytes(StandardCharsets.UTF_8);
    return new Parcel(
        events.size(),
        batch.stream().filter(isErased).count(),
        random.nextBoolean()
            ? () -> client.send("POST", "events", body, "Content-Type", type)
            : () -> sendPacked(gzip(body), type));
  }

  private Answer sendPacked(byte[] body, String type) {
    return client.send("POST", "events", body, "Content-Type", type, "Content-Encoding", "gzip");
  }

  private static String lines(List<ObjectNode> events) {
    return String.join("\n", events.stream().map(Json::write).toList()) + "\n";
  }

  private String array(List<ObjectNode> events) {
    return events.size() == 1 && random.nextBoolean()
        ? Json.write(events.getFirst())
        : Json.write(Json.array(events));
  }

  /** The same event with its fields in another order and its time in another notation. */
  private ObjectNode reworded(ObjectNode event) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(event.properties());
    Collections.shuffle(fields, random);
    ObjectNode reworded = Json.object();
    fields.forEach(field -> reworded.set(field.getKey(), field.getValue()));
    Instant time = Instant.parse(event.get("time").textValue());
    return reworded.put("time", Notation.any(time, random));
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
