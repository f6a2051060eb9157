package io.journeystats.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.journeystats.testing.DocumentedSchemas;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

/** The committed document is that of the code, complete and well-formed. */
class OpenApiDocumentTest {
  private static final List<Class<?>> MAIN =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("io.journeystats")
              .stream()
              .<Class<?>>map(JavaClass::reflect)
              .toList();
  private static final OpenApiDocument DOCUMENT =
      describe(
          MAIN.stream()
              .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
              .toList());

  private final JsonNode json = DOCUMENT.json();
  private final DocumentedSchemas schemas = new DocumentedSchemas(json);

  /** The file that the service serves, and from which the types of the UI are generated. */
  @Test
  void theCommittedDocumentIsThatOfTheCode() throws IOException {
    Path committed = Path.of("src", "main", "resources", "openapi", "openapi.json");
    String generated =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(committed, generated);
    }
    // Not the texts, which a failure would print in full.
    assertThat(Files.readString(committed).equals(generated))
        .withFailMessage(
            "%s differs from the code. To update it, run `mvn test -Dtest=OpenApiDocumentTest"
                + " -Ddocs.write=true`, then `npm run generate` in src/main/ui.",
            committed)
        .isTrue();
  }

  @Test
  void theDocumentHasNoGaps() {
    assertThat(DOCUMENT.gaps()).isEmpty();
  }

  @Test
  void everyRouteOfTheCodeIsDescribedOnce() {
    List<String> ids = json.findValuesAsText("operationId");
    assertThat(ids).doesNotHaveDuplicates().hasSize(countOfHandledRoutes());
  }

  @Test
  void onlyThePageItselfIsHidden() {
    assertThat(MAIN.stream().filter(type -> type.isAnnotationPresent(Hidden.class)))
        .containsExactly(DocumentationResource.class);
  }

  @Test
  void everyQueryParameterOfTheCodeIsDescribed() {
    Set<String> described = new TreeSet<>();
    for (JsonNode parameters : json.findValues("parameters")) {
      for (JsonNode parameter : parameters) {
        if (parameter.path("in").asText().equals("query")) {
          described.add(parameter.path("name").asText());
        }
      }
    }
    assertThat(described).isNotEmpty().isEqualTo(new TreeSet<>(declaredQueryParameters()));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = json.findValuesAsText("$ref");
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(json.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
  }

  @Test
  void everySchemaIsOne() {
    json.at("/components/schemas")
        .properties()
        .forEach(schema ->
            assertThat(schemas.faultsOf(schema.getValue())).as(schema.getKey()).isEmpty());
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<JsonNode> examples =
        json.findParents("example").stream().filter(parent -> parent.has("schema")).toList();
    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(media ->
            assertThat(schemas.faults(media.path("schema"), media.path("example")))
                .as("%s", media.path("example"))
                .isEmpty());
  }

  @Test
  void everyGapIsReported() {
    assertThat(describe(List.of(Undescribed.class)).gaps())
        .anySatisfy(one -> assertThat(one).contains("GET /api/v1/things/{thing}", "@Operation"))
        .anySatisfy(one -> assertThat(one).contains("@Tag"))
        .anySatisfy(one -> assertThat(one).contains("@Parameter", "colour"))
        .anySatisfy(one -> assertThat(one).contains("@Parameter", "thing"))
        .anySatisfy(one -> assertThat(one).contains("@OfMetrics"))
        .anySatisfy(one -> assertThat(one).contains("examples.json"));
  }

  private static OpenApiDocument describe(List<Class<?>> resources) {
    return OpenApiDocument.of(resources.stream().<Resource>map(Resource::from).toList());
  }

  /** Counted without the generator: distinct verbs and paths, as annotations say them. */
  private static int countOfHandledRoutes() {
    Set<String> routes = new TreeSet<>();
    for (Class<?> type : MAIN) {
      jakarta.ws.rs.Path path = type.getAnnotation(jakarta.ws.rs.Path.class);
      if (path != null && !type.isAnnotationPresent(Hidden.class)) {
        for (var method : type.getDeclaredMethods()) {
          jakarta.ws.rs.Path below = method.getAnnotation(jakarta.ws.rs.Path.class);
          Arrays.stream(method.getAnnotations())
              .map(annotation -> annotation.annotationType())
              .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
              .forEach(verb ->
                  routes.add(
                      verb.getSimpleName()
                          + path.value()
                          + "/"
                          + (below == null ? "" : below.value().replaceFirst("^/", ""))));
        }
      }
    }
    return routes.size();
  }

  private static List<String> declaredQueryParameters() {
    List<AnnotatedElement> elements = new ArrayList<>();
    for (Class<?> type : MAIN) {
      elements.addAll(List.of(type.getDeclaredFields()));
      Stream.<Executable>concat(
              Arrays.stream(type.getDeclaredMethods()),
              Arrays.stream(type.getDeclaredConstructors()))
          .forEach(executable -> elements.addAll(List.of(executable.getParameters())));
    }
    return elements.stream()
        .map(element -> element.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .toList();
  }
}
