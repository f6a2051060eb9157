package io.journeystats.http;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a service answers at, by which logs show no more of a path than that: what a
 * client made up may hold anything, such as the id of a user.
 */
public final class KnownPaths {
  /** None at all. */
  public static final KnownPaths NONE = new KnownPaths(List.of());

  /** What is shown instead of what is not known. */
  private static final String HIDDEN = "…";

  /** Ids as people and machines make them up, but no addresses of mail and no telephone numbers. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Splitter SLASH = Splitter.on('/');

  private final Node root = new Node();

  /**
   * Knows paths.
   *
   * @param templates such as {@code /journeys/{journey}}; a parameter is a part of one segment
   */
  public KnownPaths(Collection<String> templates) {
    templates.forEach(template -> {
      Node node = root;
      for (String segment : segments(template)) {
        node = node.child(segment);
      }
    });
  }

  /** A path as far as it is known, and of ids those that look like ids. */
  String shown(@Nullable String path) {
    StringBuilder shown = new StringBuilder();
    Node node = root;
    for (String segment : segments(path)) {
      Optional<Node> next = node.find(segment);
      boolean isShown =
          next.isPresent() && (node.byName.containsKey(segment) || ID.matcher(segment).matches());
      shown.append('/').append(isShown ? segment : HIDDEN);
      if (next.isEmpty()) {
        return shown.toString();
      }
      node = next.get();
    }
    return shown.isEmpty() ? "/" : shown.toString();
  }

  private static List<String> segments(@Nullable String path) {
    String relative = path == null ? "" : path.startsWith("/") ? path.substring(1) : path;
    return relative.isEmpty() ? List.of() : SLASH.splitToList(relative);
  }

  /** What may come at one place of a path. */
  private static final class Node {
    private final Map<String, Node> byName = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    /** A segment that has a parameter in it. */
    private record Variable(String template, Pattern pattern, Node node) {
      static Variable of(String template) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : Splitter.on(PARAMETER).split(template)) {
          pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(literal));
        }
        return new Variable(template, Pattern.compile(pattern.toString()), new Node());
      }
    }

    Node child(String segment) {
      // Parameters of the same place may have different names.
      String template = PARAMETER.matcher(segment).replaceAll("{}");
      if (!template.contains("{}")) {
        return byName.computeIfAbsent(template, _ -> new Node());
      }
      Optional<Variable> known =
          variables.stream().filter(other -> other.template().equals(template)).findAny();
      if (known.isPresent()) {
        return known.get().node();
      }
      Variable added = Variable.of(template);
      variables.add(added);
      return added.node();
    }

    Optional<Node> find(String segment) {
      Node named = byName.get(segment);
      return named != null
          ? Optional.of(named)
          : variables.stream()
              .filter(variable -> variable.pattern().matcher(segment).matches())
              .map(Variable::node)
              .findFirst();
    }
  }
}
