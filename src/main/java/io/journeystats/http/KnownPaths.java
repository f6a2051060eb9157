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
 * The path templates of the service. Logs show only the parts of a path that match a template: the
 * rest comes from the client and may contain anything, such as a user id.
 */
public final class KnownPaths {
  /** No paths. */
  public static final KnownPaths NONE = new KnownPaths(List.of());

  /** The replacement for unknown parts. */
  private static final String HIDDEN = "…";

  /** Typical ids, but neither email addresses nor telephone numbers. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final Splitter SLASH = Splitter.on('/');

  private final Node root = new Node();

  /**
   * Creates the set of known paths.
   *
   * @param templates templates such as {@code /journeys/{journey}}; a parameter may be part of a
   *     segment
   */
  public KnownPaths(Collection<String> templates) {
    templates.forEach(template -> {
      Node node = root;
      for (String segment : segments(template)) {
        node = node.child(segment);
      }
    });
  }

  /** Returns the known part of a path, with values that do not look like ids replaced. */
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

  /** A node of the path tree. */
  private static final class Node {
    private final Map<String, Node> byName = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    /** A segment that contains a parameter. */
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
      // Parameters at the same position may have different names.
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
