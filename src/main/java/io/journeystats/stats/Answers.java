package io.journeystats.stats;

import java.util.List;

/**
 * The answers to the parts of a question, in their order.
 *
 * @param parts an answer a part
 */
public record Answers(List<Answer> parts) {
  /** Copies the list. */
  public Answers {
    parts = List.copyOf(parts);
  }

  /** How many numbers they hold. */
  int size() {
    return parts.stream().mapToInt(Answer::size).sum();
  }
}
