package io.journeystats.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.http.FieldError;
import io.journeystats.http.Problem;
import io.journeystats.http.ProblemDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * The problem document of an import that was refused as a whole, or broke off on the way.
 *
 * @param type the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence
 * @param requestId the id of the request
 * @param errors what is wrong with which field; left out where empty
 * @param accepted how many events are durable or ignored
 * @param ignoredErased how many events are valid and not stored, as they are from before their
 *     users were erased
 * @param ignoredExpired how many of the others are not stored, as they are older than what is kept
 * @param rejectedCount how many were refused
 * @param rejected the first of those
 * @param nextIndex the position of the event to go on with; left out where all were read
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
