package io.journeystats.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.http.FieldError;
import io.journeystats.http.Problem;
import io.journeystats.http.ProblemDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The problem document of an import that was refused as a whole or stopped early.
 *
 * @param type the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail an explanation in one sentence
 * @param requestId the id of the request
 * @param errors the errors by field; omitted if empty
 * @param accepted the number of valid events, including ignored ones
 * @param ignoredErased the number of accepted events that are not stored because they precede the
 *     erasure of their user
 * @param ignoredExpired the number of other accepted events that are not stored because they are
 *     older than the retention period
 * @param rejectedCount the number of rejected events
 * @param rejected the first of the rejected events
 * @param nextIndex the position of the first event that was not processed; omitted if all were
 */
record ImportProblem(
    String type,
    String title,
    int status,
    String detail,
    @Schema(description = Problem.REQUEST_ID) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    long accepted,
    long ignoredErased,
    long ignoredExpired,
    long rejectedCount,
    List<Rejection> rejected,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> nextIndex)
    implements ProblemDocument {

  static ImportProblem of(Problem problem, ImportTally.Receipt soFar, Optional<Long> nextIndex) {
    return new ImportProblem(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.requestId(),
        problem.errors(),
        soFar.accepted(),
        soFar.ignoredErased(),
        soFar.ignoredExpired(),
        soFar.rejectedCount(),
        soFar.rejected(),
        nextIndex);
  }

  @Override
  public ImportProblem ofRequest(String id) {
    return new ImportProblem(
        type,
        title,
        status,
        detail,
        Optional.of(id),
        errors,
        accepted,
        ignoredErased,
        ignoredExpired,
        rejectedCount,
        rejected,
        nextIndex);
  }
}
